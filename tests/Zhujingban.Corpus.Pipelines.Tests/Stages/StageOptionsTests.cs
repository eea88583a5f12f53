using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines.Stages;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Pipelines.Tests.Stages;

public sealed class StageOptionsTests
{
    private static readonly StageOptions Options = new("a", SourceFormat.Notice, null, false, new OriginRecord("p", null, null, null, null));

    [Fact]
    public void KeyFor_AnythingElse_IsAnotherKey()
    {
        StageOptions[] others =
        [
            Options, Options with { Id = "b" }, Options with { Format = null }, Options with { Format = SourceFormat.Markdown }, Options with { Title = "" },
            Options with { Title = "-" }, Options with { Clean = true }, Options with { Origin = Options.Origin with { Path = null, MediaType = "p" } },
            Options with { Origin = Options.Origin with { Licence = "x" } }, Options with { Origin = Options.Origin with { Language = "x" } },
        ];
        var keys = others.Select(options => options.KeyFor("0", "v")).Append(Options.KeyFor("1", "v")).Append(Options.KeyFor("0", "w")).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.Equal(keys[0], (Options with { Id = "a" }).KeyFor("0", "v"));
    }
}
