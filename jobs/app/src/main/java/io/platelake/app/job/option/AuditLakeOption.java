package io.platelake.app.job.option;

import io.platelake.core.BadInput;
import io.platelake.lake.contract.Table;
import io.platelake.lake.root.AuditRoot;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * {@code --audit-lake}: where the access log is. A lake keeps the name that it was given first, so
 * that somebody who names another folder gets no log of his own, and no answer.
 */
public final class AuditLakeOption {
  private static final String NAME = "--audit-lake";

  private AuditLakeOption() {}

  /**
   * Checks what is given against what the lake names, and lets a lake without an access log name
   * it.
   *
   * @param mayName whether the command creates tables
   * @throws BadInput if the lake names, or has, another
   */
  public static void settle(
      SparkSession spark, String lake, Optional<String> given, boolean mayName) throws IOException {
    if (given.isEmpty()) {
      return;
    }
    Configuration conf = spark.sessionState().newHadoopConf();
    Path root = AuditRoot.qualified(new Path(lake), conf);
    Path wanted = AuditRoot.qualified(new Path(given.get()), conf);
    Path known = AuditRoot.of(root, conf);
    if (known.equals(wanted)) {
      return;
    }
    boolean isNamed = AuditRoot.findNamed(root, conf).isPresent();
    boolean isUsed = root.getFileSystem(conf).exists(new Path(known, Table.ACCESS_LOG.folder()));
    if (isNamed || isUsed || !mayName) {
      throw new BadInput(
          NAME,
          "the access log of this lake is elsewhere",
          "Leave the option out; init or migrate sets it, once.");
    }
    AuditRoot.name(root, wanted, conf);
  }
}
