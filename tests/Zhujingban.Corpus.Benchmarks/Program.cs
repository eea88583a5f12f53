using BenchmarkDotNet.Running;
using Zhujingban.Corpus.Benchmarks;
using Zhujingban.Corpus.Benchmarks.Cleaning;
using Zhujingban.Corpus.Benchmarks.MediaWiki;

// Ratios between processes and between input lengths are no BenchmarkDotNet matter: `-- mediawiki` measures them itself.
if (args is ["mediawiki", .. var measurements]) return MediaWikiCommand.Run(measurements);
if (args is ["repeats"]) return RepeatsBenchmark.Run();
if (args is ["pages"]) return HostilePages.Run();
BenchmarkSwitcher.FromAssembly(typeof(ReadingBenchmarks).Assembly).Run(args);
return 0;
