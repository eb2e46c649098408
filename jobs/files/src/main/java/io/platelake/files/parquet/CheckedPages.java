package io.platelake.files.parquet;

import io.platelake.files.tree.ContainerLimits;
import io.platelake.files.tree.Damage;
import io.platelake.files.tree.StorageFailure;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.io.ParquetDecodingException;

/**
 * The pages of a row group, each {@link PageCheck checked} before the library decodes it, and no
 * more of them in memory than the limit.
 */
final class CheckedPages implements PageReadStore {
  private final PageReadStore pages;
  private final ContainerLimits limits;
  private final ColumnNames names;
  private final Map<ColumnDescriptor, Long> inMemory = new HashMap<>();
  private long total;

  CheckedPages(PageReadStore pages, ContainerLimits limits, ColumnNames names) {
    this.pages = pages;
    this.limits = limits;
    this.names = names;
  }

  @Override
  public PageReader getPageReader(ColumnDescriptor column) {
    return new Column(column, pages.getPageReader(column));
  }

  @Override
  public long getRowCount() {
    return pages.getRowCount();
  }

  @Override
  public void close() {
    pages.close();
  }

  private final class Column implements PageReader {
    private final ColumnDescriptor column;
    private final PageReader reader;
    private long dictionary;

    Column(ColumnDescriptor column, PageReader reader) {
      this.column = column;
      this.reader = reader;
    }

    @Override
    public long getTotalValueCount() {
      return reader.getTotalValueCount();
    }

    @Override
    public DictionaryPage readDictionaryPage() {
      try {
        DictionaryPage page = reader.readDictionaryPage();
        if (page == null) {
          return null;
        }
        byte[] bytes = bytes(page.getBytes());
        PageCheck.dictionary(column, page.getEncoding(), page.getDictionarySize(), bytes.length);
        // Decoded entries are objects that point into the page.
        dictionary = bytes.length + 48L * page.getDictionarySize();
        hold(dictionary);
        return new DictionaryPage(
            BytesInput.from(bytes), page.getDictionarySize(), page.getEncoding());
      } catch (StorageFailure e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        throw new ParquetDecodingException("dictionary", names.damage(e, column.getPath()));
      }
    }

    @Override
    public DataPage readPage() {
      try {
        DataPage page = reader.readPage();
        if (page == null) {
          return null;
        }
        return page instanceof DataPageV1 first ? checked(first) : checked((DataPageV2) page);
      } catch (StorageFailure e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        throw new ParquetDecodingException("page", names.damage(e, column.getPath()));
      }
    }

    private DataPage checked(DataPageV1 page) throws IOException {
      byte[] bytes = bytes(page.getBytes());
      hold(dictionary + bytes.length);
      new PageCheck(bytes, page.getValueCount()).first(column, page);
      return new DataPageV1(
          BytesInput.from(bytes),
          page.getValueCount(),
          bytes.length,
          page.getStatistics(),
          page.getRlEncoding(),
          page.getDlEncoding(),
          page.getValueEncoding());
    }

    private DataPage checked(DataPageV2 page) throws IOException {
      byte[] repetition = bytes(page.getRepetitionLevels());
      byte[] definition = bytes(page.getDefinitionLevels());
      byte[] data = bytes(page.getData());
      hold(dictionary + repetition.length + definition.length + data.length);
      int values = page.getValueCount();
      new PageCheck(repetition, values).levels(column.getMaxRepetitionLevel());
      new PageCheck(definition, values).levels(column.getMaxDefinitionLevel());
      new PageCheck(data, values).values(page.getDataEncoding());
      return DataPageV2.uncompressed(
          page.getRowCount(),
          page.getNullCount(),
          values,
          BytesInput.from(repetition),
          BytesInput.from(definition),
          page.getDataEncoding(),
          BytesInput.from(data),
          page.getStatistics());
    }

    private static byte[] bytes(BytesInput input) throws IOException {
      return input.toInputStream().readAllBytes();
    }

    private void hold(long bytes) throws Damage {
      Long before = inMemory.put(column, bytes);
      total += bytes - (before == null ? 0 : before);
      if (total > limits.pages()) {
        throw Damage.limit(
            "the pages of a row group unpack to more than the limit",
            "Write the file with smaller pages.");
      }
    }
  }
}
