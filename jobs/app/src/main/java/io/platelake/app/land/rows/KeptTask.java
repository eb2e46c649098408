package io.platelake.app.land.rows;

import io.platelake.app.ledger.site.QuarantineLedger;
import io.platelake.app.ledger.site.WaitingRecord;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.RecordResult;
import io.platelake.core.feed.kept.KeptRecord;
import io.platelake.core.feed.kept.KeptRecordParser;
import io.platelake.core.land.RecordPosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * From rows of {@code quarantine} to blocks of rows by fate and, last, the account. A record whose
 * text does not tell enough is passed over: it waits on.
 */
public final class KeptTask implements FlatMapFunction<Iterator<InternalRow>, LandedBlock> {
  private static final long serialVersionUID = 1L;

  private final FeedDefinition feed;
  private final FateRows.Recipe recipe;
  private final HashMap<String, Integer> files;

  /**
   * @param files numbers of the files in their batch, by digest
   */
  public KeptTask(FeedDefinition feed, FateRows.Recipe recipe, Map<String, Integer> files) {
    this.feed = feed;
    this.recipe = recipe;
    this.files = new HashMap<>(files);
  }

  /** Rows of {@link QuarantineLedger#texts}. */
  @Override
  public Iterator<LandedBlock> call(Iterator<InternalRow> rows) {
    return new Run(rows);
  }

  private final class Run implements Iterator<LandedBlock> {
    private final Iterator<InternalRow> rows;
    private final FatedRecords records = new FatedRecords(recipe);
    private final KeptRecordParser parser = new KeptRecordParser(feed);
    private final Map<Integer, PartAccount> accounts = new TreeMap<>();
    private boolean ended;

    Run(Iterator<InternalRow> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      while (!records.isReady() && !ended) {
        if (rows.hasNext()) {
          take(WaitingRecord.of(rows.next()));
        } else {
          ended = true;
          records.end();
          records.add(new LandedBlock.Accounts(new ArrayList<>(accounts.values())));
        }
      }
      return records.isReady();
    }

    @Override
    public LandedBlock next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return records.remove();
    }

    private void take(WaitingRecord waiting) {
      int file = files.get(waiting.digest());
      PartAccount account = accounts.computeIfAbsent(file, f -> new PartAccount(f, 0));
      KeptRecord kept = waiting.record();
      Optional<List<RecordResult>> outcomes = parser.outcomes(kept);
      if (outcomes.isEmpty()) {
        return;
      }
      account.rejudged(waiting.id(), waiting.reason());
      records.open(waiting.digest(), waiting.fileName(), 0, 0);
      for (RecordResult outcome : outcomes.get()) {
        records.take(outcome, new RecordPosition(file, kept.offset(), outcome.index()), account);
      }
    }
  }
}
