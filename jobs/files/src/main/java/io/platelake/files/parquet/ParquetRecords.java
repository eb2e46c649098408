package io.platelake.files.parquet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platelake.core.feed.FeedAdapter;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.record.RawRecord;
import io.platelake.files.tree.ColumnTypes;
import io.platelake.files.tree.ContainerLimits;
import io.platelake.files.tree.Damage;
import io.platelake.files.tree.MappedColumns;
import io.platelake.files.tree.StorageFailure;
import io.platelake.files.tree.TreeBudget;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;

/**
 * The rows of a Parquet file as records, one row group in memory. A damaged row group is one broken
 * record for what could not be read of it; the rows before it and the other groups stand.
 *
 * <p>Throws nothing but {@link StorageFailure}. The caller closes the file.
 */
public final class ParquetRecords implements Iterator<RawRecord> {
  private static final String DAMAGED = "a row group of the Parquet file is damaged";

  private final FeedDefinition feed;
  private final ContainerLimits limits;
  private final TreeBudget budget;
  private final ColumnNames columns;
  private SeekableInputStream stream;
  private ParquetFooter footer;
  private ParquetFileReader file;
  private MessageType schema;
  private String problem;
  private Set<String> gone = Set.of();
  private RawRecord ahead;
  private RecordReader<ObjectNode> rows;
  private int group;
  private long rowsLeft;
  private long row;
  private boolean ended;

  private ParquetRecords(FeedDefinition feed, ContainerLimits limits) {
    this.feed = feed;
    this.limits = limits;
    this.budget = new TreeBudget(limits.record());
    this.columns = new ColumnNames(FeedAdapter.fieldNames(feed));
  }

  /** The records of {@code file}; of an empty one none. */
  public static Iterator<RawRecord> of(FeedDefinition feed, InputFile file) throws IOException {
    return of(feed, file, ContainerLimits.DEFAULT);
  }

  public static Iterator<RawRecord> of(FeedDefinition feed, InputFile file, ContainerLimits limits)
      throws IOException {
    ParquetRecords records = new ParquetRecords(feed, limits);
    if (file.getLength() > 0) {
      try {
        records.open(file);
      } catch (StorageFailure e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        records.ahead = Damage.of(e, "the footer of the Parquet file is damaged").record(1, 0);
      }
    }
    return records;
  }

  private void open(InputFile in) throws IOException {
    stream = in.newStream();
    footer = ParquetFooter.read(stream, in.getLength(), limits);
    schema = footer.metadata().getFileMetaData().getSchema();
    ColumnTypes.refuseTwins(schema);
    ParquetReadOptions options =
        ParquetReadOptions.builder()
            .withCodecFactory(new PageCodecs(limits, in.getLength()))
            .usePageChecksumVerification(true)
            .build();
    file = new ParquetFileReader(in, footer.metadata(), options, stream);
    gone = MappedColumns.gone(feed, path -> ColumnTypes.has(schema, path));
    MappedColumns.missing(feed, path -> ColumnTypes.has(schema, path))
        .ifPresent(
            missing -> {
              ahead = missing.record(1, 0);
              problem = missing.getMessage();
            });
  }

  @Override
  public boolean hasNext() {
    while (ahead == null && file != null && (rowsLeft > 0 || group < groups().size())) {
      try {
        step();
      } catch (StorageFailure e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        // The library throws anything at damaged bytes, and its messages quote them.
        row++;
        ahead = Damage.of(e, DAMAGED).in("row group " + group).record(row, row);
        rowsLeft = 0;
      }
    }
    if (ahead == null && file != null && !ended) {
      ended = true;
      if (!footer.isWhole()) {
        row++;
        ahead = Damage.broken("rows of the Parquet file are lost or doubled").record(row, row);
      }
    }
    return ahead != null;
  }

  @Override
  public RawRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    RawRecord next = ahead;
    ahead = null;
    return next;
  }

  private void step() throws IOException {
    if (rowsLeft == 0) {
      openGroup(group++);
      return;
    }
    budget.begin();
    ObjectNode tree = rows.read();
    rowsLeft--;
    row++;
    ahead = new RawRecord.Tree(row, row, tree, problem, gone);
    if (budget.isExceeded()) {
      ahead = new RawRecord.Broken(row, row, ahead.bytes(), "the record is larger than the limit");
    }
  }

  private void openGroup(int number) throws IOException {
    rows = null;
    BlockMetaData stated = groups().get(number);
    if (stated.getRowCount() == 0) {
      return;
    }
    footer.check(stated);
    PageHeaders.check(stream, stated.getColumns(), columns);
    rows =
        new ColumnIOFactory()
            .getColumnIO(schema)
            .getRecordReader(
                new CheckedPages(file.readRowGroup(number), limits, columns),
                new ParquetTree(schema, budget));
    rowsLeft = stated.getRowCount();
  }

  private List<BlockMetaData> groups() {
    return footer.metadata().getBlocks();
  }
}
