using BenchmarkDotNet.Running;
using Zhujingban.Corpus.Benchmarks;
using Zhujingban.Corpus.Benchmarks.Cleaning;
using Zhujingban.Corpus.Benchmarks.MediaWiki;
using Zhujingban.Corpus.Benchmarks.Search;

// Ratios between processes and between input lengths are no BenchmarkDotNet matter: `-- mediawiki` measures them itself.
if (args is ["mediawiki", .. var measurements]) return MediaWikiCommand.Run(measurements);
if (args is ["damaged", .. var damagedOptions]) return DamagedCommand.Run(damagedOptions);
if (args is ["undamaged", .. var undamagedOptions]) return UndamagedCommand.Run(undamagedOptions);
if (args is ["clean-speed", .. var speedOptions]) return CleanSpeedCommand.Run(speedOptions);
if (args is ["repeats"]) return RepeatsCommand.Run();
if (args is ["search-speed", .. var searchOptions]) return SearchSpeedCommand.Run(searchOptions);
if (args is ["pages"]) return HostilePages.Run();
BenchmarkSwitcher.FromAssembly(typeof(ReadingBenchmarks).Assembly).Run(args);
return 0;
