using FsCheck;
using FsCheck.Fluent;
using System.Text.RegularExpressions;
using Zhujingban.Corpus.Pipelines.Sources;
using Zhujingban.Corpus.Pipelines.Tests.Fakes;

namespace Zhujingban.Corpus.Pipelines.Tests.Sources;

public sealed class FileGlobTests : IDisposable
{
    private static readonly string[] Files =
    [
        "a.txt", "b.TXT", "b.txt", "国办发[2010]8号.txt", ".hidden.txt", "x/a.txt", "x/B.txt", "x/y/a.txt", "x/y/z/a.md", "x/.git/a.txt", "y/a.txt",
    ];

    private readonly TemporaryFolder _folder = new();

    public FileGlobTests()
    {
        foreach (var file in Files) _folder.Write(file, "");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("*.txt", "a.txt b.txt 国办发[2010]8号.txt")]
    [InlineData("?.txt", "a.txt b.txt")]
    [InlineData("a.txt", "a.txt")]
    [InlineData("A.txt", "")]
    [InlineData("国办发[2010]8号.txt", "国办发[2010]8号.txt")]
    [InlineData(".*.txt", ".hidden.txt")]
    [InlineData("*/a.txt", "x/a.txt y/a.txt")]
    [InlineData("**/a.txt", "a.txt x/a.txt x/y/a.txt y/a.txt")]
    [InlineData("x/**", "B.txt a.txt y/a.txt y/z/a.md")]
    [InlineData("x/**/*.md", "y/z/a.md")]
    [InlineData("**/**/**/y/**/a.*", "x/y/a.txt x/y/z/a.md y/a.txt")]
    [InlineData("x", "")]
    [InlineData("x/../a.txt", "a.txt")]
    [InlineData("nowhere/*.txt", "")]
    public void Find_Glob_GivesWhatFitsInOrder(string glob, string expected)
    {
        Assert.Equal(expected, string.Join(' ', new FileGlob(_folder.Path, glob).Find([])));
        Assert.Equal(expected, string.Join(' ', new FileGlob("/", _folder.Inside(glob)).Find([])));
    }

    [Fact]
    public void Find_LinkThatLeadsInACircle_IsNotFollowed()
    {
        Directory.CreateSymbolicLink(_folder.Inside("x", "again"), _folder.Path);
        Assert.Equal(["B.txt", "a.txt", "y/a.txt"], new FileGlob(_folder.Path, "x/**/*.txt").Find([]));
    }

    [Fact]
    public void Fits_EveryFileThatIsFound_AndNoOther()
    {
        foreach (var pattern in new[] { "*.txt", "**/a.txt", "*/*", "**", "**/y/**", "?.*" })
        {
            var glob = new FileGlob(_folder.Path, pattern);
            var found = glob.Find([]);
            Assert.Equal(found, Files.Where(glob.Fits).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Fits_AnyPattern_IsWhatARegularExpressionSays()
    {
        var pieces = Gen.Elements("a", "b", "*", "?", ".", "驻").ListOf().Select(chosen => string.Concat(chosen));
        Prop.ForAll(pieces.ToArbitrary(), pieces.ToArbitrary(), (pattern, name) =>
        {
            var expression = "\\A" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "\\z";
            var hidden = name.StartsWith('.') && !pattern.StartsWith('.');
            return Wildcard.Fits(pattern, name) == (!hidden && Regex.IsMatch(name, expression, RegexOptions.Singleline));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }
}
