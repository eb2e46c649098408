package io.platelake.core.match.score;

import io.platelake.core.match.rule.StateVerdict;
import io.platelake.core.match.rule.VehicleVerdict;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.plate.PlatePattern;
import java.io.Serializable;
import java.util.Objects;

/**
 * Probability that a read is the vehicle with an entry's plate, by Bayes' rule.
 *
 * <pre>
 *   odds = 1/(V-1)  *  P(r|e) / B(r)  *  state ratio  *  vehicle ratio  *  candidate ratio
 *   B(r) = ( own(r) + m + w ) / S
 * </pre>
 *
 * <p>{@code r} is the plate read, {@code e} the entry's, {@code V} vehicles and {@code S} serials
 * of {@link PassingTraffic}. A priori the entry's vehicle passes as often as any other one. {@code
 * B} is how often other vehicles give the text {@code r}: one that has this plate, read right,
 * {@code own(r) = P(r|r)}, which is 0 when the text is the entry's own plate; one of the own state
 * that is misread as it, {@code m = 1 - P(r|r)}, taking plates to be misread into a text as often
 * as out of it; one of another state with the same serial, {@code w}, the share from elsewhere.
 *
 * <p>State: the reader names the right one with probability {@code a}, learned from the wanted
 * vehicles. Of the other vehicles with this text the share {@code x = w / (own(r) + m + w)} is of
 * another state, so {@code SAME} counts {@code a / (a(1-x) + (1-a)x)}, {@code DIFFERENT} counts
 * {@code (1-a) / ((1-a)(1-x) + a x)}. Vehicle: how often the verdict is found of wanted vehicles,
 * over how often of others, both learned. Candidate: how often the reader names the plate it missed
 * beside the one it reports, over how often it names a neighbour by chance, both assumed. Unknown
 * counts 1, and so does a plate that is not named: that something was not read is taken to say
 * nothing. SAME and CONSISTENT never lower a score, DIFFERENT and INCONSISTENT never raise it,
 * whatever small counts suggest.
 *
 * <p>Not in it: whether the entry is still true, and the reader's own confidence, whose scale is
 * each maker's own. The tier is not in it either: how alike plates are is for the confusions to
 * say.
 *
 * @param matrix of the camera's model
 * @param state how often the state of wanted vehicles agreed
 * @param vehicleOfWanted how often the vehicle of wanted vehicles agreed
 * @param vehicleOfOthers how often that of others agreed
 */
public record HitScorer(
    ConfusionMatrix matrix,
    PassingTraffic traffic,
    Agreement state,
    Agreement vehicleOfWanted,
    Agreement vehicleOfOthers)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final double OFFERED =
      Math.log(Agreement.OFFERED_OF_WANTED.share() / Agreement.OFFERED_OF_OTHERS.share());

  public HitScorer {
    Objects.requireNonNull(matrix, "matrix");
    Objects.requireNonNull(traffic, "traffic");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(vehicleOfWanted, "vehicleOfWanted");
    Objects.requireNonNull(vehicleOfOthers, "vehicleOfOthers");
  }

  /** A scorer whose state and vehicle rest on assumptions. */
  public static HitScorer of(ConfusionMatrix matrix, PassingTraffic traffic) {
    return new HitScorer(
        matrix,
        traffic,
        Agreement.STATE_OF_WANTED,
        Agreement.VEHICLE_OF_WANTED,
        Agreement.VEHICLE_OF_OTHERS);
  }

  /** As below, of a plate that is not among the reader's other candidates. */
  public Score score(
      long readKey,
      long entryKey,
      boolean letterOAsZero,
      StateVerdict stateVerdict,
      VehicleVerdict vehicleVerdict) {
    return score(readKey, entryKey, letterOAsZero, stateVerdict, vehicleVerdict, false);
  }

  /**
   * @param readKey plate read, as a key
   * @param entryKey plate of the entry, as a key
   * @param letterOAsZero whether the entry's list writes the letter O as zero
   * @param offered whether the reader names the entry's plate as another candidate
   */
  public Score score(
      long readKey,
      long entryKey,
      boolean letterOAsZero,
      StateVerdict stateVerdict,
      VehicleVerdict vehicleVerdict,
      boolean offered) {
    double right = matrix.likelihood(readKey, readKey, false);
    double elsewhere = traffic.elsewhereShare();
    boolean same = isSame(readKey, entryKey, letterOAsZero);
    double others = (same ? 0 : right) + (1 - right) + elsewhere;
    double wanted = matrix.likelihood(readKey, entryKey, letterOAsZero);
    return Score.of(
        -Math.log(Math.max(traffic.vehicles() - 1, 1)),
        Math.log(Math.max(wanted, Double.MIN_NORMAL) * traffic.serials() / others),
        state(stateVerdict, elsewhere / others),
        vehicle(vehicleVerdict),
        offered ? OFFERED : 0,
        matrix.support(),
        matrix.ownSupport());
  }

  /**
   * The score for an entry that knows a part of its plate. Other vehicles fit it by {@link
   * PatternChance}, the wanted one whenever it is read right.
   *
   * <pre>
   *   odds = 1/(V-1)  *  P(r|r) / ( chance * (1 + w) )  *  state ratio  *  vehicle ratio
   * </pre>
   *
   * <p>A ranking and no calibrated probability: the chance is a model of serials that no
   * adjudicated hit has tested, so {@link Score#support} is 0.
   *
   * @param readKey plate read, as a key
   */
  public Score partial(
      long readKey,
      PlatePattern pattern,
      StateVerdict stateVerdict,
      VehicleVerdict vehicleVerdict) {
    double right = Math.max(matrix.likelihood(readKey, readKey, false), Double.MIN_NORMAL);
    double elsewhere = traffic.elsewhereShare();
    return Score.of(
        -Math.log(Math.max(traffic.vehicles() - 1, 1)),
        Math.log(right / (PatternChance.of(pattern) * (1 + elsewhere))),
        state(stateVerdict, elsewhere / (1 + elsewhere)),
        vehicle(vehicleVerdict),
        0,
        0,
        0);
  }

  private static boolean isSame(long readKey, long entryKey, boolean letterOAsZero) {
    return readKey == entryKey
        || (letterOAsZero && OcrClasses.LETTER_O_AS_ZERO.foldKey(readKey) == entryKey);
  }

  private double state(StateVerdict verdict, double elsewhere) {
    double right = Math.max(state.share(), 0.5);
    return switch (verdict) {
      case SAME -> Math.max(0, Math.log(right / mixed(right, elsewhere)));
      case DIFFERENT -> Math.min(0, Math.log((1 - right) / mixed(1 - right, elsewhere)));
      case UNKNOWN -> 0;
    };
  }

  private static double mixed(double ofOwnState, double elsewhere) {
    return ofOwnState * (1 - elsewhere) + (1 - ofOwnState) * elsewhere;
  }

  private double vehicle(VehicleVerdict verdict) {
    double wanted = vehicleOfWanted.share();
    double others = vehicleOfOthers.share();
    return switch (verdict) {
      case CONSISTENT -> Math.max(0, Math.log(wanted / others));
      case INCONSISTENT -> Math.min(0, Math.log((1 - wanted) / (1 - others)));
      case UNKNOWN -> 0;
    };
  }
}
