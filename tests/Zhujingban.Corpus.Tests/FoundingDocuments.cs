using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Records;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests;

/// <summary>The five founding documents, read as the default pipeline reads them.</summary>
internal static class FoundingDocuments
{
    private static readonly Dictionary<string, (string Path, ReadOptions Options)> Known = new()
    {
        ["zhujing-banshichu"] = ("mediawiki/zhujing-banshichu.wikitext", new("zhujing-banshichu", SourceFormat.MediaWiki, "驻北京办事处")),
        ["hong-kong-beijing-office"] = ("mediawiki/hong-kong-beijing-office.wikitext",
            new("hong-kong-beijing-office", SourceFormat.MediaWiki, "香港特別行政區政府駐北京辦事處")),
        ["shanghai-offices"] = ("markdown/shanghai-offices.md", new("shanghai-offices", SourceFormat.Markdown, "上海市人民政府驻外办事处")),
        ["guobanfa-2010-8"] = ("notices/guobanfa-2010-8.txt", new("guobanfa-2010-8", SourceFormat.Notice)),
        ["fujian-beijing-office-2011"] = ("notices/fujian-beijing-office-2011.txt",
            new("fujian-beijing-office-2011", SourceFormat.Notice, Clean: true)),
    };

    /// <summary>Their ids, for theories.</summary>
    public static TheoryData<string> Ids { get; } = [.. Known.Keys];

    /// <summary>The decoded source of one.</summary>
    public static SourceText Source(string id) =>
        SourceText.FromBytes(File.ReadAllBytes(RepositoryFiles.PathOf("corpus", "sources", Known[id].Path)));

    /// <summary>One of them, read.</summary>
    public static Document Read(string id) => DocumentReader.Read(Source(id), Known[id].Options);

    /// <summary>The record of one of them.</summary>
    public static DocumentRecord Record(string id) => DocumentRecords.Of(Read(id));
}
