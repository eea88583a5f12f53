namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>The markup of a table.</summary>
internal enum TableMarkKind : byte
{
    Open,
    Close,
    Row,
    Caption,
    Cell,
    Header,
}

/// <summary>A place where a table's markup stands.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Token">Its first token.</param>
/// <param name="Start">Where it starts: at the line's start for a table.</param>
/// <param name="End">Behind its attributes and their pipe: where content starts.</param>
/// <param name="Indent">Tables: the number of colons before it.</param>
/// <param name="SameLine">Cells: true behind another cell of the line.</param>
internal readonly record struct TableMark(TableMarkKind Kind, int Token, int Start, int End, int Indent = 0, bool SameLine = false);
