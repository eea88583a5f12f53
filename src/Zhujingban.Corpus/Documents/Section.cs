namespace Zhujingban.Corpus.Documents;

/// <summary>A headed section.</summary>
/// <param name="EId">Its Akoma Ntoso id, unique in the document: <c>sec_3</c>, <c>chp_2__sec_1</c>.</param>
/// <param name="Num">Its mark as written (<c>三、</c>, <c>第二章</c>), or null.</param>
/// <param name="Heading">Its heading without the mark, or null.</param>
/// <param name="Level">Its depth, from 1.</param>
/// <param name="Span">Its range of the text: from its mark or heading to the end of what it holds, sections inside included.</param>
/// <param name="HeadingSpan">The range of mark and heading.</param>
public sealed record Section(string EId, string? Num, string? Heading, int Level, TextSpan Span, TextSpan HeadingSpan);
