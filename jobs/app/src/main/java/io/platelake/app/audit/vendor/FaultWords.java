package io.platelake.app.audit.vendor;

import io.platelake.core.vendorlog.LogAccount;
import io.platelake.core.vendorlog.VendorLogFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is wrong with a file of a vendor's log, for people. */
final class FaultWords {
  private FaultWords() {}

  /** Faults of a file, and the columns that the file before it had. */
  static List<VendorLogFault> of(LogAccount account, Collection<String> earlierColumns) {
    List<VendorLogFault> found = new ArrayList<>(account.faults());
    earlierColumns.stream()
        .filter(column -> !account.columns().contains(column))
        .forEach(
            column -> found.add(new VendorLogFault(VendorLogFault.Kind.LOST_COLUMN, 0, 0, column)));
    return found;
  }

  /** One fault in words, without the name of the file. */
  static String words(VendorLogFault fault) {
    StringBuilder words = new StringBuilder();
    if (fault.firstRow() > 0) {
      words.append("from row ").append(fault.firstRow()).append(": ");
    }
    if (fault.rows() > 0) {
      words.append(String.format("%,d: ", fault.rows()));
    }
    words.append(fault.kind().words());
    if (!fault.column().isEmpty()) {
      words.append(": ").append(fault.column());
    }
    return words.toString();
  }
}
