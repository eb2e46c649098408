package io.platelake.files.parquet;

import io.platelake.files.tree.Damage;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.SeekableInputStream;

/**
 * Checks the sizes that pages state wherever the library would allocate by them. The library reads
 * past the end of the last column of a run of columns, since a writer of 2013 stated its size too
 * small.
 */
final class PageHeaders {
  /** By how much that writer was wrong at most. */
  private static final int TOO_SMALL = 100;

  private static final int AHEAD = 4096;

  private PageHeaders() {}

  /**
   * @throws Damage if a page is not within its column
   */
  static void check(SeekableInputStream in, List<ColumnChunkMetaData> columns, ColumnNames names)
      throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      ColumnChunkMetaData column = columns.get(i);
      long end = column.getStartingPos() + column.getTotalSize();
      if (i + 1 == columns.size() || columns.get(i + 1).getStartingPos() != end) {
        try {
          check(in, column, end);
        } catch (Damage e) {
          throw names.damage(e, column.getPath().toArray());
        }
      }
    }
  }

  private static void check(SeekableInputStream in, ColumnChunkMetaData column, long end)
      throws IOException {
    long at = column.getStartingPos();
    long values = 0;
    while (at < end && values < column.getValueCount()) {
      in.seek(at);
      Counted bytes = new Counted(new BufferedInputStream(in, AHEAD));
      PageHeader page = Util.readPageHeader(bytes);
      long size = page.getCompressed_page_size();
      at += bytes.count + size;
      if (size < 0 || at > end + TOO_SMALL) {
        throw Damage.broken("a page of the Parquet file is damaged");
      }
      values +=
          page.isSetData_page_header()
              ? page.getData_page_header().getNum_values()
              : page.isSetData_page_header_v2() ? page.getData_page_header_v2().getNum_values() : 0;
    }
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
