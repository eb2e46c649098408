package io.platelake.core.purge;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Which certified findings still count. Only an equal or wider check closes a finding: one of the
 * same plan, made later and as of no earlier instant, that found nothing. A finding of a search
 * needs a search again, for the plates that were found.
 */
public final class OpenFindings {
  private OpenFindings() {}

  /**
   * Checks whose finding is not closed, in the order of their numbers.
   *
   * @param checks of any plans, in any order
   */
  public static List<CertifiedCheck> of(Collection<CertifiedCheck> checks) {
    return checks.stream()
        .filter(check -> !check.clean())
        .filter(finding -> checks.stream().noneMatch(later -> closes(later, finding)))
        .sorted(Comparator.comparing(CertifiedCheck::seq))
        .toList();
  }

  private static boolean closes(CertifiedCheck later, CertifiedCheck finding) {
    return later.clean()
        && later.seq() > finding.seq()
        && later.plan().equals(finding.plan())
        && !later.asOf().isBefore(finding.asOf())
        && (!finding.searched() || later.covers().contains(finding.seq()));
  }
}
