package io.platelake.core.detect;

import io.platelake.core.policy.governance.Detector;

/**
 * What one detector did in a screen.
 *
 * @param judged searches that it could judge
 * @param unseen searches of which the log or the registers show too little
 * @param candidates searches that it labels
 * @param firstMatches of these, searches that count under it in totals
 * @param alertDriven of the candidates, look-ups that an alert drove
 * @param findings findings, of one search or of several together
 */
public record DetectorCount(
    Detector detector,
    long judged,
    long unseen,
    long candidates,
    long firstMatches,
    long alertDriven,
    long findings) {}
