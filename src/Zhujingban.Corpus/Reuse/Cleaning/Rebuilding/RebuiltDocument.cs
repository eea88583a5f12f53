using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Makes a document of a cleaned notice: its text has the units in canonical order, each a block, and what is left out is recorded
/// as duplicate, boilerplate or white space. Structure then reads it like any other.
/// </summary>
public static class RebuiltDocument
{
    /// <summary>The document that a cleaned notice is, before structure.</summary>
    public static Document Of(CleanedNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var pieces = new RebuiltPieces(notice);
        var writer = new RebuiltText(notice.Document);
        for (var unit = 0; unit < notice.Units.Count; unit++) writer.AddUnit(pieces.OfUnit(unit));
        var document = notice.Document with
        {
            Text = writer.Build(),
            TitleSpan = null,
            Blocks = writer.Blocks,
            Duplicates = [.. notice.Document.Duplicates, .. pieces.Duplicates],
            Dropped = [.. notice.Document.Dropped, .. pieces.Dropped],
            Diagnostics = [.. notice.Document.Diagnostics, .. CleaningDiagnostics.Of(notice)],
        };
        return notice.Document.TitleSpan is null ? document : document with { TitleSpan = TitleOf(document) };
    }

    /// <summary>The block that is the markup's title, if it is still whole.</summary>
    private static TextSpan? TitleOf(Document document) => document.Blocks
        .Where(block => block.Span.Length == document.Title?.Length && block.Span.Of(document.Text.Text) == document.Title)
        .Select(block => (TextSpan?)block.Span).FirstOrDefault();

    /// <summary>Writes the text of a rebuilt document unit by unit.</summary>
    private sealed class RebuiltText(Document document)
    {
        private readonly MappedTextBuilder _builder = new(document.Text.Text.Length);

        public List<Block> Blocks { get; } = [];

        public MappedText Build() => _builder.Build();

        /// <summary>A unit is a block; only where it holds rows, items or headings beside other text, each of them stays one.</summary>
        public void AddUnit(IReadOnlyList<RebuiltPiece> pieces)
        {
            for (var first = 0; first < pieces.Count;)
            {
                var last = first + 1;
                while (last < pieces.Count && IsOneBlock(pieces[last - 1].Block, pieces[last].Block)) last++;
                AddBlock(pieces, first, last);
                first = last;
            }
        }

        private bool IsOneBlock(int left, int right) => left == right || (IsParagraph(left) && IsParagraph(right));

        private bool IsParagraph(int block) => document.Blocks[block].Kind == BlockKind.Paragraph;

        private void AddBlock(IReadOnlyList<RebuiltPiece> pieces, int first, int last)
        {
            if (_builder.Length > 0) _builder.Insert(pieces[first].Run.Source.Start, "\n");
            var start = _builder.Length;
            for (var i = first; i < last; i++) _builder.AppendRun(document.Text, pieces[i].Run, pieces[i].Run.Text);
            var template = document.Blocks[pieces[first].Block];
            var beginsBlock = pieces[first].Run.Text.Start <= template.Span.Start;
            var span = _builder.Trim(new TextSpan(start, _builder.Length));
            if (!span.IsEmpty) Blocks.Add(template with { Span = span, Num = beginsBlock ? template.Num : null });
        }
    }
}
