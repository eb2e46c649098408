package io.platelake.app.job;

import io.platelake.core.Refusal;
import io.platelake.core.access.Permission;
import io.platelake.core.access.PurposeStatement;
import io.platelake.core.accesslog.Asker;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who runs a command, and what the registers let that person do. */
public interface Standing {
  /** What speaks for a principal on a lake without a register of users. */
  String STATED = "stated";

  /** Somebody taken at his word: a lake without a register of users knows nobody. */
  static Standing stated(String account) {
    return new Standing() {
      @Override
      public String account() {
        return account;
      }

      @Override
      public Asker asker() {
        return new Asker(account, STATED, List.of(), STATED, Optional.empty(), false);
      }

      @Override
      public List<String> denials(String agency, String purpose, PurposeStatement statement) {
        throw new Refusal(
            "This lake",
            "it has no register of users, so nobody can be let in to search",
            "Load one: platelake register load --register users");
      }

      @Override
      public String attestedBy() {
        return STATED;
      }

      @Override
      public String person(String other) {
        return other.strip().toLowerCase(Locale.ROOT);
      }

      @Override
      public void require(Set<Permission> needs) {
        // Nobody is registered, so nobody lacks a permission.
      }

      @Override
      public void requireAgency(String agency) {
        // Nobody is registered, so nobody is registered elsewhere.
      }

      @Override
      public void requireOffice(String agency, String office) {
        // The role that is given is the only word there is.
      }
    };
  }

  /** Who asks, for the access log. */
  Asker asker();

  /**
   * Whether the person may search stored reads of an agency.
   *
   * @param purpose purpose of the policy whose reads are asked for
   * @return every reason against it, with its clause; empty when it is allowed
   * @throws io.platelake.core.Refusal if nobody is registered: then nobody can be decided on
   */
  List<String> denials(String agency, String purpose, PurposeStatement statement);

  /** The account, for ledgers. */
  String account();

  /** What speaks for it: {@code os}, {@code airflow}, {@code token} or {@code stated}. */
  String attestedBy();

  /** Key of the person behind an account, the same over all accounts of the person. */
  String person(String account);

  /** Whether two accounts are of one person. */
  default boolean isSamePerson(String one, String other) {
    return person(one).equals(person(other));
  }

  /**
   * @param needs permissions of a command; empty where every registered account may run it
   * @throws io.platelake.core.Refusal if the account lacks one, or its policy does not let it look
   */
  void require(Set<Permission> needs);

  /**
   * @throws io.platelake.core.Refusal if the account does not act for the agency
   */
  void requireAgency(String agency);

  /**
   * @throws io.platelake.core.Refusal if the person does not hold the office
   */
  void requireOffice(String agency, String office);
}
