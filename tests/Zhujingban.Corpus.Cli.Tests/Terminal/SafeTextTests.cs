namespace Zhujingban.Corpus.Cli.Tests.Terminal;

public class SafeTextTests
{
    [Theory]
    [InlineData("驻京办", "驻京办")]
    [InlineData("\u001b[31m红", "\\u001b[31m红")]
    [InlineData("一\r\n二\t三", "一 二 三")]
    [InlineData("\u202e反", "\\u202e反")]
    public void ForTerminal_EscapesWhatCouldSteerIt(string text, string expected) => Assert.Equal(expected, SafeText.ForTerminal(text));

    [Theory]
    [InlineData("[red]不是标记[/]", "[[red]]不是标记[[/]]")]
    public void Safe_EscapesMarkupToo(string text, string expected) => Assert.Equal(expected, TerminalConsole.Safe(text));
}
