using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Tests.Structure;

/// <summary>Candidates are written as number and place: <c>3s</c> is 第三条 behind a full stop, <c>3i</c> in a sentence, <c>3r</c> a reference behind a full stop, <c>3l</c> at a line start, <c>3q</c> in a quotation.</summary>
public class ArticleChainTests
{
    [Theory]
    [InlineData("1s 2s 3s", "1s 2s 3s")]
    [InlineData("1s 5i 2s 1i 3s", "1s 2s 3s")]
    [InlineData("1s 2s 3r 3s 4s", "1s 2s 3s 4s")]
    [InlineData("1s 2s 4s 5s", "1s 2s 4s 5s")]
    [InlineData("1s 2q 2s 3q 3s", "1s 2s 3s")]
    [InlineData("205s 206s 207s", "205s 206s 207s")]
    [InlineData("1s 2s 3s 1s 2s 3s", "1s 2s 3s 1s 2s 3s")]
    [InlineData("1l 50l 7l", "1l 50l 7l")]
    [InlineData("7r 9i", "")]
    [InlineData("", "")]
    public void Choose_Candidates_GivesTheChain(string candidates, string chosen)
    {
        var words = candidates.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var chain = new ArticleChain([.. words.Select(Candidate)]).Choose();

        Assert.Equal(chosen, string.Join(' ', words.Where((_, i) => chain[i])));
    }

    private static OrdinalCandidate Candidate(string word)
    {
        var mark = new NumberingMark(NumberingKind.Article, int.Parse(word.AsSpan(0, word.Length - 1)), 0, default(TextSpan), false);
        var place = word[^1] switch { 'l' => OrdinalPlace.LineStart, 'i' => OrdinalPlace.Inside, _ => OrdinalPlace.SentenceEnd };
        return new OrdinalCandidate(mark, place, word[^1] == 'r', word[^1] == 'q', -1);
    }
}
