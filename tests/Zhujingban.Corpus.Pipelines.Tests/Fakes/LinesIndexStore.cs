using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines.Generations;
using Zhujingban.Corpus.Search;

namespace Zhujingban.Corpus.Pipelines.Tests.Fakes;

/// <summary>An index that is a text file, an entry a line: enough to build, publish, open and damage.</summary>
internal sealed class LinesIndexStore : ISearchIndexStore
{
    public const string FileName = "entries.txt";

    public ISearchIndexBuilder Create(string folder) => new Builder(Path.Combine(folder, FileName));

    public ISearchIndex Open(string folder) => new Opened(File.ReadAllLines(Path.Combine(folder, FileName)));

    public IEnumerable<string> Verify(string folder) =>
        File.ReadAllLines(Path.Combine(folder, FileName)).Where(line => line.Split('\t').Length != 3).Select(line => $"The line {line} is no entry.");

    private sealed class Builder(string path) : ISearchIndexBuilder
    {
        private readonly List<string> _lines = [];

        public void Add(IndexEntry entry) => _lines.Add($"{entry.Id}\t{entry.Kind}\t{entry.Text.ReplaceLineEndings(" ").Replace('\t', ' ')}");

        public void Complete() => File.WriteAllText(path, string.Concat(_lines.Select(line => line + "\n")));

        public void Dispose()
        {
        }
    }

    private sealed class Opened(string[] lines) : ISearchIndex
    {
        public int Count => lines.Length;

        public SearchAnswer Search(SearchRequest request)
        {
            var found = lines.Select(line => line.Split('\t')).Where(parts => parts[2].Contains(request.Query, StringComparison.Ordinal)).ToList();
            return new SearchAnswer(request.Query, found.Count, [.. found.Take(request.Limit).Select((parts, i) => new SearchHit(i + 1, 1, new IndexEntry
            {
                Id = parts[0], DocumentId = parts[0].Split('#')[0], Title = "", Format = SourceFormats.Names[0], Kind = parts[1], Text = parts[2],
            }, [], null))], []);
        }

        public void Dispose()
        {
        }
    }
}
