import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * The same clauses and queries in Java Lucene with its CJK analyzer, for comparison. Run by the benchmark project as a single source file:
 *   java -cp JARS LuceneBaseline.java index FOLDER ENTRIES.tsv            (id, title, text)
 *   java -cp JARS LuceneBaseline.java serve FOLDER QUERIES.tsv            (kind, terms separated by blanks), and what to do on the standard input: SpeedSide.cs
 * A term is a phrase of its bigrams. It has to stand in the text, and counts in the title too, as in the index that it is compared with;
 * kinds that end with "-text" leave the title out. Kinds that end with "-whole" answer as much as that index does: the exact total, and the stored fields
 * of the ten best (without marks).
 */
public class LuceneBaseline {
  public static void main(String[] args) throws Exception {
    if (args[0].equals("index")) index(Path.of(args[1]), Path.of(args[2]));
    else serve(Path.of(args[1]), Path.of(args[2]));
  }

  private static void index(Path folder, Path entries) throws Exception {
    List<String> lines = Files.readAllLines(entries, StandardCharsets.UTF_8);
    long start = System.nanoTime();
    IndexWriterConfig config = new IndexWriterConfig(new CJKAnalyzer()).setRAMBufferSizeMB(256);
    config.setMergeScheduler(new SerialMergeScheduler());
    try (MMapDirectory directory = new MMapDirectory(folder); IndexWriter writer = new IndexWriter(directory, config)) {
      for (String line : lines) {
        String[] columns = line.split("\t", 3);
        Document document = new Document();
        document.add(new StringField("id", columns[0], Field.Store.YES));
        document.add(new TextField("title", columns[1], Field.Store.YES));
        document.add(new TextField("text", columns[2], Field.Store.YES));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    System.out.println((System.nanoTime() - start) / 1e9);
  }

  private static void serve(Path folder, Path queries) throws Exception {
    Map<String, List<Query>> kinds = new HashMap<>();
    Analyzer analyzer = new CJKAnalyzer();
    for (String line : Files.readAllLines(queries, StandardCharsets.UTF_8)) {
      String[] columns = line.split("\t", 2);
      for (String kind : new String[] {columns[0], columns[0] + "-text", columns[0] + "-whole"})
        kinds.computeIfAbsent(kind, k -> new ArrayList<>()).add(read(analyzer, columns[1].split(" "), kind));
    }
    try (DirectoryReader reader = DirectoryReader.open(new MMapDirectory(folder))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line; (line = input.readLine()) != null;) {
        String[] words = line.split(" ");
        List<Query> asked = kinds.get(words[1]);
        boolean whole = words[1].endsWith("-whole");
        if (words[0].equals("total")) System.out.println(total(searcher, asked));
        else if (words[0].equals("pass")) System.out.println(ask(searcher, asked, whole));
        else System.out.println(time(searcher, asked, whole));
        System.out.flush();
      }
    }
  }

  private static long total(IndexSearcher searcher, List<Query> queries) throws Exception {
    long total = 0;
    for (Query query : queries) total += searcher.count(query);
    return total;
  }

  private static int ask(IndexSearcher searcher, List<Query> queries, boolean whole) throws Exception {
    for (Query query : queries) answer(searcher, query, whole);
    return queries.size();
  }

  private static String time(IndexSearcher searcher, List<Query> queries, boolean whole) throws Exception {
    ask(searcher, queries, whole);
    long[] times = new long[queries.size()];
    long start = System.nanoTime();
    for (int i = 0; i < times.length; i++) {
      long before = System.nanoTime();
      answer(searcher, queries.get(i), whole);
      times[i] = System.nanoTime() - before;
    }
    double rate = times.length / ((System.nanoTime() - start) / 1e9);
    Arrays.sort(times);
    return String.format(Locale.ROOT, "%.1f\t%.4f\t%.4f", rate, times[times.length / 2] / 1e6, times[times.length * 99 / 100] / 1e6);
  }

  /** The ten best. Unless it is asked for, their stored fields are not read, and beyond 1,000 matches they are not counted, to Lucene's advantage. */
  private static void answer(IndexSearcher searcher, Query query, boolean whole) throws Exception {
    if (!whole) {
      if (searcher.search(query, 10).scoreDocs.length > 10) throw new AssertionError();
      return;
    }

    TopScoreDocCollector collector = TopScoreDocCollector.create(10, Integer.MAX_VALUE);
    searcher.search(query, collector);
    for (ScoreDoc hit : collector.topDocs().scoreDocs) if (searcher.doc(hit.doc).get("text") == null) throw new AssertionError();
  }

  private static Query read(Analyzer analyzer, String[] terms, String kind) throws Exception {
    boolean any = kind.startsWith("or");
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String term : terms) {
      BooleanQuery.Builder one = new BooleanQuery.Builder();
      one.add(phrase(analyzer, "text", term), BooleanClause.Occur.MUST);
      if (!kind.endsWith("-text")) one.add(phrase(analyzer, "title", term), BooleanClause.Occur.SHOULD);
      Query query = kind.endsWith("-text") ? phrase(analyzer, "text", term) : one.build();
      if (terms.length == 1) return query;
      all.add(query, any ? BooleanClause.Occur.SHOULD : BooleanClause.Occur.MUST);
    }
    return all.build();
  }

  private static Query phrase(Analyzer analyzer, String field, String text) throws Exception {
    List<BytesRef> terms = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(field, text)) {
      TermToBytesRefAttribute term = stream.addAttribute(TermToBytesRefAttribute.class);
      stream.reset();
      while (stream.incrementToken()) terms.add(BytesRef.deepCopyOf(term.getBytesRef()));
      stream.end();
    }
    if (terms.size() == 1) return new TermQuery(new Term(field, terms.get(0)));
    return new PhraseQuery(field, terms.toArray(new BytesRef[0]));
  }
}
