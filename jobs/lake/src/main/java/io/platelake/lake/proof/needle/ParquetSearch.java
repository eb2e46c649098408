package io.platelake.lake.proof.needle;

import io.platelake.lake.proof.files.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.DictionaryPageReadStore;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.MessageType;

/**
 * Searches a Parquet file to its last byte. Searches every value of every column, every dictionary
 * entry whether a row uses it or not, statistics and metadata of the footer, and column names.
 * Bytes outside the column chunks are searched raw: page indexes, the footer itself, gaps.
 *
 * <p>Bloom filters are not searched: they hold hashes, from which no value can be read back; their
 * bytes are searched with the other bytes outside the chunks.
 */
final class ParquetSearch {
  private final FileHits hits;

  ParquetSearch(FileHits hits) {
    this.hits = hits;
  }

  void search(StoredFile file) throws IOException {
    TreeMap<Long, Long> chunks = new TreeMap<>();
    try (ParquetFileReader parquet = file.parquet()) {
      MessageType schema = parquet.getFileMetaData().getSchema();
      metadata(parquet, schema);
      for (BlockMetaData block : parquet.getRowGroups()) {
        for (ColumnChunkMetaData chunk : block.getColumns()) {
          statistics(chunk);
          chunks.merge(
              chunk.getStartingPos(), chunk.getStartingPos() + chunk.getTotalSize(), Math::max);
        }
        dictionaries(parquet, schema, block);
      }
      for (PageReadStore pages = parquet.readNextRowGroup();
          pages != null;
          pages = parquet.readNextRowGroup()) {
        values(parquet, schema, pages);
      }
    }
    outside(file, chunks);
  }

  private void metadata(ParquetFileReader parquet, MessageType schema) {
    hits.text(() -> "column names", schema.toString());
    Map<String, String> entries = parquet.getFileMetaData().getKeyValueMetaData();
    entries.forEach(
        (key, value) -> {
          hits.text(() -> "footer key", key);
          hits.text(() -> "footer " + hits.shown(key), value);
        });
  }

  private void statistics(ColumnChunkMetaData chunk) {
    Statistics<?> statistics = chunk.getStatistics();
    if (statistics != null && statistics.hasNonNullValue()) {
      String where = "statistics of " + name(chunk.getPath().toArray());
      ParquetValues values = new ParquetValues(hits, chunk.getPrimitiveType(), where);
      values.statistic(statistics.genericGetMin(), statistics.getMinBytes());
      values.statistic(statistics.genericGetMax(), statistics.getMaxBytes());
    }
  }

  private void dictionaries(ParquetFileReader parquet, MessageType schema, BlockMetaData block)
      throws IOException {
    try (DictionaryPageReadStore store = parquet.getDictionaryReader(block)) {
      for (ColumnDescriptor column : schema.getColumns()) {
        DictionaryPage page = store.readDictionaryPage(column);
        if (page != null) {
          Dictionary dictionary = page.getEncoding().initDictionary(column, page);
          String where = "dictionary of " + name(column.getPath());
          ParquetValues values = new ParquetValues(hits, column.getPrimitiveType(), where);
          for (int id = 0; id <= dictionary.getMaxId(); id++) {
            values.entry(dictionary, id);
          }
        }
      }
    }
  }

  private void values(ParquetFileReader parquet, MessageType schema, PageReadStore pages) {
    ColumnReadStoreImpl store =
        new ColumnReadStoreImpl(
            pages,
            new GroupRecordConverter(schema).getRootConverter(),
            schema,
            parquet.getFileMetaData().getCreatedBy());
    for (ColumnDescriptor column : schema.getColumns()) {
      ColumnReader reader = store.getColumnReader(column);
      ParquetValues values =
          new ParquetValues(hits, column.getPrimitiveType(), "column " + name(column.getPath()));
      for (long i = pages.getPageReader(column).getTotalValueCount(); i > 0; i--) {
        if (reader.getCurrentDefinitionLevel() == column.getMaxDefinitionLevel()) {
          values.value(reader);
        }
        reader.consume();
      }
    }
  }

  /** What no column claims: it is not packed, so the bytes themselves can be searched. */
  private void outside(StoredFile file, TreeMap<Long, Long> chunks) throws IOException {
    NeedleSearch pass = new NeedleSearch(hits.forms);
    pass.start(false, hits.rawSink("raw bytes outside the columns"));
    long position = 0;
    chunks.put(file.length(), file.length());
    try (InputStream in = file.open()) {
      for (Map.Entry<Long, Long> chunk : chunks.entrySet()) {
        feed(in, chunk.getKey() - position, pass);
        pass.end();
        pass.start(false, hits.rawSink("raw bytes outside the columns"));
        position = Math.max(position, chunk.getKey());
        in.skipNBytes(Math.max(0, chunk.getValue() - position));
        position = Math.max(position, chunk.getValue());
      }
    }
  }

  private static void feed(InputStream in, long length, NeedleSearch pass) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (long left = length; left > 0; ) {
      int count = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
      if (count == 0) {
        return;
      }
      pass.feed(buffer, 0, count);
      left -= count;
    }
  }

  private String name(String[] path) {
    return hits.shown(List.of(path), ".");
  }
}
