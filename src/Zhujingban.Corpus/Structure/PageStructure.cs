using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Structure;

/// <summary>
/// Reads the sections and clauses of a page out of its blocks. Headings make sections (<c>sec_2</c>, inside others
/// <c>sec_2__subsec_1</c>, however deep), but not the heading that is the page's title. Items of ordered lists are clauses,
/// items of others are items, rows of tables are rows, all else is paragraphs. Ids stand under their section and count within it:
/// <c>sec_2__p_3</c>, <c>sec_2__item_5__item_1</c>, <c>sec_4__table_1__row_2</c>; before the first heading they stand alone:
/// <c>p_1</c>. The number of an ordered item is its counted one, so that <c>item_3</c> is item 3.
/// </summary>
public static class PageStructure
{
    /// <summary>Fills <see cref="Document.Sections"/> and <see cref="Document.Clauses"/>.</summary>
    /// <param name="document">A page as markup and reuse leave it.</param>
    public static Document Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var sections = new PageSections(document.Text.Text);
        var clauses = new PageClauses(sections);
        foreach (var block in document.Blocks)
        {
            if (block.Kind != BlockKind.Heading)
            {
                clauses.Add(block);
            }
            else if (block.Span != document.TitleSpan)
            {
                sections.Open(block);
                clauses.EndLists();
            }
        }

        return document with { Sections = sections.Close(document.Text.Text.Length), Clauses = clauses.Clauses };
    }
}
