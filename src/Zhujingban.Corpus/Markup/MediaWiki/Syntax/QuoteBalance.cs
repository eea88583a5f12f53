using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>
/// Decides for every run of apostrophes how many are text. Two switch italics, three bold, five both; of other numbers
/// the first ones are text, and where a line has an odd number of both, one bold is an apostrophe before italics.
/// </summary>
internal sealed class QuoteBalance(TokenList tokens, GivenUp givenUp)
{
    private readonly List<int> _line = [];
    private readonly List<int> _link = [];

    public void Run()
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            switch (tokens[i].Kind)
            {
                case TokenKind.Newline:
                    Balance(_line);
                    break;
                case TokenKind.Quotes:
                    _line.Add(i);
                    break;
                case TokenKind.OpenBracket when tokens[i].Match > i && !HoldsLink(i):
                    i = BalanceLink(i);
                    break;
                default:
                    break;
            }
        }

        Balance(_line);
    }

    private bool HoldsLink(int open) => !tokens.IsPair(open, TokenKind.OpenBracket);

    /// <summary>A link's text is a line of its own; in a target apostrophes are text.</summary>
    private int BalanceLink(int open)
    {
        var (close, pipe) = (tokens[open].Match, tokens[open + 1].Match);
        for (var i = open + 2; i < close; i++)
        {
            if (tokens[i].Kind == TokenKind.Quotes && i < pipe | pipe < 0) tokens[i].Match = tokens[i].Length;
            else if (tokens[i].Kind == TokenKind.Quotes) _link.Add(i);
            else if (tokens[i].Kind == TokenKind.Newline) Balance(_link);
        }

        Balance(_link);
        return close + 1;
    }

    private void Balance(List<int> runs)
    {
        if (runs.Count == 0) return;
        var (bold, italics) = (0, 0);
        foreach (var run in runs)
        {
            var length = tokens[run].Length;
            tokens[run].Match = length == 4 ? 1 : Math.Max(length - 5, 0);
            var marks = length - tokens[run].Match;
            if (marks != 2) bold++;
            if (marks != 3) italics++;
        }

        if (bold % 2 == 1 && italics % 2 == 1 && ApostropheAmong(runs) is >= 0 and var apostrophe) tokens[apostrophe].Match++;
        else if (bold % 2 == 1 || italics % 2 == 1) givenUp.Apostrophes(new TextSpan(tokens[runs[^1]].Start, tokens[runs[^1]].End));
        runs.Clear();
    }

    /// <summary>The bold mark that is likeliest an apostrophe: behind a word of one letter, else behind a longer one, else behind a space.</summary>
    private int ApostropheAmong(List<int> runs)
    {
        var (longWord, space) = (-1, -1);
        for (var i = 0; i < runs.Count; i++)
        {
            ref var run = ref tokens[runs[i]];
            if (run.Length - run.Match != 3) continue;
            var from = i == 0 ? 0 : tokens[runs[i - 1]].End;
            var end = run.Start + run.Match;
            var last = CharAt(end - 1, from, '\0');
            var before = CharAt(end - 2, from, last);
            if (last == ' ')
            {
                if (space < 0) space = runs[i];
            }
            else if (before == ' ')
            {
                return runs[i];
            }
            else if (longWord < 0)
            {
                longWord = runs[i];
            }
        }

        return longWord >= 0 ? longWord : space;
    }

    private char CharAt(int position, int from, char none) =>
        position >= from && tokens.Source[position] != '\n' ? tokens.Source[position] : none;
}
