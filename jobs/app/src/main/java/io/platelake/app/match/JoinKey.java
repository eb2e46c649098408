package io.platelake.app.match;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.plate.OcrClasses;
import io.platelake.core.policy.PolicyReader;
import io.platelake.lake.Lake;
import io.platelake.lake.contract.Table;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The number under which reads and entries meet: plates that match under the rules always have the
 * same one, so that one equality join finds every candidate.
 *
 * <p>The fold key in the tables serves, unless it was made under other classes than the policy has
 * now, or a list writes O as zero and the classes keep these apart: then it is made anew.
 *
 * @param stored whether the fold key in the tables serves
 * @param classes classes to fold under when it does not
 */
record JoinKey(boolean stored, OcrClasses classes) {
  static final String COLUMN = "join_key";

  JoinKey {
    Objects.requireNonNull(classes, "classes");
  }

  /**
   * @param sameSinceEver whether every policy of the agency had these classes
   * @param letterOAsZero whether one of the lists writes O as zero
   */
  static JoinKey of(OcrClasses classes, boolean sameSinceEver, boolean letterOAsZero) {
    boolean narrow = letterOAsZero && !classes.foldsLetterOAsZero();
    return new JoinKey(sameSinceEver && !narrow, narrow ? classes.withLetterOAsZero() : classes);
  }

  /** Whether every policy an agency ever adopted confuses the same characters. */
  static boolean sameSinceEver(Lake lake, String agency, OcrClasses classes) {
    return lake
        .read(Table.POLICY_VERSIONS)
        .where(col("agency_id").equalTo(agency))
        .select("text")
        .collectAsList()
        .stream()
        .map(r -> PolicyReader.read(r.getString(0), "an adopted policy of " + agency))
        .allMatch(p -> p.matchingRules().ocrClasses().equals(classes.classes()));
  }

  /** The rows with this key as column {@code join_key}. */
  Dataset<Row> on(Dataset<Row> rows) {
    return rows.withColumn(COLUMN, stored ? col("fold_key") : Judges.folded(classes));
  }
}
