package io.platelake.lake.table;

import io.platelake.lake.contract.TableContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.SetTransaction;
import scala.Option;

/**
 * Lets a table forget keys of commits that nobody can ask for again.
 *
 * <p>Delta forgets a key once it is older than {@link #PROPERTY}, and a key without a time at once.
 * Time alone must not decide: a landing that goes on after months still has to find its keys. So
 * the property is fifty years, a key gets the time of a far future, and a key that is done gets the
 * year 1970. The next checkpoint leaves it out.
 */
final class KeyExpiry {
  private static final String PROPERTY = "delta.setTransactionRetentionDuration";

  /** Year 9999: the key stays until it is retired. */
  private static final long NEVER = 253_402_300_799_000L;

  /** 1970: the key is retired. */
  static final long LONG_AGO = 0;

  /** Fewer finished keys are not worth a commit. */
  private static final int WORTH_A_COMMIT = 50;

  private KeyExpiry() {}

  /** A key that stays. */
  static SetTransaction standing(String app, long version) {
    return new SetTransaction(app, version, Option.apply(NEVER));
  }

  /** Applications of the keys that a table has now. */
  static Set<String> standing(WatchedCommit commit) {
    return commit.keys(commit.begin().snapshot()).map(Map::keySet).orElse(Set.of());
  }

  /**
   * Retires keys in one commit; does nothing where there are few. A table of an older lake gets the
   * properties of its contract that it lacks.
   *
   * @param finished applications whose keys nobody asks for again
   * @return how many
   */
  static long retire(WatchedCommit commit, TableContract contract, Set<String> finished) {
    if (finished.size() < WORTH_A_COMMIT) {
      return 0;
    }
    OptimisticTransaction transaction = commit.begin();
    Map<String, Long> keys = commit.keys(transaction.snapshot()).orElse(Map.of());
    List<Action> actions = new ArrayList<>();
    boolean isOlder = !transaction.metadata().configuration().contains(PROPERTY);
    long retired = 0;
    for (Map.Entry<String, Long> key : keys.entrySet()) {
      if (finished.contains(key.getKey())) {
        actions.add(new SetTransaction(key.getKey(), key.getValue(), Option.apply(LONG_AGO)));
        transaction.readTxn().addOne(key.getKey());
        retired++;
      } else if (isOlder) {
        // Its keys have no time, and with the property Delta would forget all of them.
        actions.add(standing(key.getKey(), key.getValue()));
      }
    }
    if (retired == 0) {
      return 0;
    }
    if (isOlder) {
      transaction.updateMetadata(
          WatchedCommit.with(transaction.metadata(), contract.properties()), false);
    }
    commit.commit(transaction, actions, DeltaOperations.ManualUpdate$.MODULE$);
    return retired;
  }
}
