package io.platelake.app.land.rows;

import io.platelake.app.land.files.FilePart;
import io.platelake.app.land.files.LineRange;
import io.platelake.app.land.files.UnpackedOutcomes;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.RecordResult;
import io.platelake.core.format.Layout;
import io.platelake.core.land.RecordPosition;
import io.platelake.files.tree.InputBytes;
import io.platelake.files.tree.StorageFailure;
import io.platelake.files.unpack.UnpackLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.util.TaskCompletionListener;

/**
 * From parts of raw files to blocks of rows by fate and, last, the account. Reads the parts as
 * streams, one record at a time; holds one block a fate.
 */
public final class LandTask implements FlatMapFunction<Iterator<ArrayList<FilePart>>, LandedBlock> {
  private static final long serialVersionUID = 1L;

  private final FeedDefinition feed;
  private final FateRows.Recipe recipe;
  private final HashMap<String, Rejudgement> again;

  /**
   * @param again what is judged again of files that have landed before, by digest
   */
  public LandTask(FeedDefinition feed, FateRows.Recipe recipe, Map<String, Rejudgement> again) {
    this.feed = feed;
    this.recipe = recipe;
    this.again = new HashMap<>(again);
  }

  @Override
  public Iterator<LandedBlock> call(Iterator<ArrayList<FilePart>> parts) {
    List<FilePart> all = new ArrayList<>();
    parts.forEachRemaining(all::addAll);
    return new Run(all);
  }

  private final class Run implements Iterator<LandedBlock> {
    private final Iterator<FilePart> parts;
    private final List<PartAccount> accounts = new ArrayList<>();
    private final FatedRecords records = new FatedRecords(recipe);
    private FileSystem fs;
    private FSDataInputStream in;
    private LineRange range;
    private FilePart part;
    private PartAccount account;
    private Iterator<RecordResult> outcomes;
    private boolean ended;

    Run(List<FilePart> parts) {
      this.parts = parts.iterator();
      if (TaskContext.get() != null) {
        TaskCompletionListener end = task -> closeStream();
        TaskContext.get().addTaskCompletionListener(end);
      }
    }

    @Override
    public boolean hasNext() {
      try {
        while (!records.isReady() && !ended) {
          step();
        }
        return records.isReady();
      } catch (IOException e) {
        throw StorageFailure.reading(part.digest(), e);
      } catch (UncheckedIOException e) {
        throw StorageFailure.reading(part.digest(), e.getCause());
      }
    }

    @Override
    public LandedBlock next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return records.remove();
    }

    private void step() throws IOException {
      if (outcomes != null && outcomes.hasNext()) {
        take(outcomes.next());
      } else {
        close();
        if (parts.hasNext()) {
          open(parts.next());
        } else {
          ended = true;
          records.end();
          records.add(new LandedBlock.Accounts(accounts));
        }
      }
    }

    private void open(FilePart next) throws IOException {
      part = next;
      account = new PartAccount(part.file(), part.from());
      Path path = new Path(part.copy().path());
      fs = path.getFileSystem(SparkHadoopUtil.get().conf());
      in = fs.open(path);
      range = part.isWhole() ? null : new LineRange(in, part.from(), part.to());
      outcomes =
          feed.layout() == Layout.PARQUET
              ? UnpackedOutcomes.ofSeekable(
                  feed, new InputBytes(in, part.copy().bytes()), UnpackLimits.DEFAULT)
              : UnpackedOutcomes.of(feed, range == null ? in : range, UnpackLimits.DEFAULT);
      records.open(part.digest(), path.getName(), part.from(), range == null ? 0 : range.start());
    }

    private void close() throws IOException {
      if (in != null) {
        closeStream();
        outcomes = null;
        account.read(range == null ? 0 : range.lines());
        if (!part.copy().is(fs.getFileStatus(new Path(part.copy().path())))) {
          account.changed();
        }
        accounts.add(account);
      }
    }

    private void closeStream() {
      try {
        if (in != null) {
          in.close();
        }
      } catch (IOException e) {
        throw StorageFailure.reading(part.digest(), e);
      } finally {
        in = null;
      }
    }

    private void take(RecordResult outcome) {
      long offset = outcome.raw().offset() + (range == null ? 0 : range.start());
      Rejudgement rejudgement = again.get(part.digest());
      if (rejudgement == null
          || rejudgement.takes(part.digest(), offset, outcome.index(), account)) {
        records.take(outcome, new RecordPosition(part.file(), offset, outcome.index()), account);
      }
    }
  }
}
