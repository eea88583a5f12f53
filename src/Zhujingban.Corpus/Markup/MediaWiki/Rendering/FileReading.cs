using Zhujingban.Corpus.Markup.MediaWiki.Site;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>A file link's options as its page would read them.</summary>
/// <param name="Caption">The node of the caption, or 0.</param>
/// <param name="IsFigure">True when the file stands apart from the text, where its caption can be read.</param>
internal readonly record struct FileReading(int Caption, bool IsFigure)
{
    public static FileReading Of(WikiTree tree, int node)
    {
        var (caption, figure) = (0, false);
        for (var option = tree[tree[node].FirstChild].NextSibling; option != 0; option = tree[option].NextSibling)
        {
            switch (Site.FileOptions.Find(tree.TextOf(option)))
            {
                case FileOption.Figure:
                    figure = true;
                    break;
                case FileOption.None:
                    caption = option;
                    break;
                default:
                    break;
            }
        }

        return new FileReading(caption == 0 || tree.TextOf(caption).IsWhiteSpace() ? 0 : caption, figure);
    }
}
