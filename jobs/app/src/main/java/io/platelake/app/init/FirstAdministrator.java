package io.platelake.app.init;

import io.platelake.app.job.JobContext;
import io.platelake.app.job.Sha256;
import io.platelake.app.ledger.access.RegisterLedger;
import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.core.access.Permission;
import io.platelake.core.register.AccountName;
import io.platelake.core.register.RegisterDiff;
import io.platelake.core.register.RegisterHistory;
import io.platelake.core.register.RegisterRow;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The account with which the register of users begins. */
final class FirstAdministrator {
  private static final String OPTION = "--administrator";

  private FirstAdministrator() {}

  /**
   * The account in its one spelling.
   *
   * @throws BadInput if it belongs to nobody in particular
   */
  static String account(String given) {
    String account = given.strip().toLowerCase(Locale.ROOT);
    Optional<String> fault =
        account.isEmpty() || account.chars().anyMatch(Character::isWhitespace)
            ? Optional.of("is no account")
            : AccountName.findFault(account);
    if (fault.isPresent()) {
      throw new BadInput(OPTION, fault.get(), "Give the login of one person.");
    }
    return account;
  }

  /**
   * @throws Refusal if accounts are registered already
   */
  static void refuseSecond(Lake lake) {
    if (!lake.missing().contains(Table.REGISTERS.folder()) && !RegisterLedger.isEmpty(lake)) {
      throw new Refusal(
          OPTION,
          "this lake has registers already",
          "Load the account: platelake register load --register users");
    }
  }

  /** Records the account. Who runs {@code init} has its login at the operating system. */
  static void record(JobContext job, String agency, String account) {
    Map<String, String> values =
        Map.of(
            "user_id",
            account,
            "person_id",
            account,
            "kind",
            "internal",
            "status",
            "active",
            "permissions",
            Permission.ADMINISTER.word() + ";" + Permission.AUDIT.word(),
            "need",
            "First administrator, set when the lake was created",
            "os_user",
            System.getProperty("user.name"));
    RegisterRow row =
        new RegisterRow(account, Optional.empty(), Optional.empty(), values, false, OPTION);
    RegisterLedger.record(
        job.lake(),
        new RegisterLedger.Load(
            RegisterLedger.USERS, agency, job.asOf(), Sha256.of(account), job.principal()),
        RegisterDiff.ofChanges(RegisterHistory.EMPTY, List.of(row), job.asOf()));
  }
}
