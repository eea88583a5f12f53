using Zhujingban.Corpus.Cli;

return await CommandLine.RunAsync(args, CommandHost.OfProcess());
