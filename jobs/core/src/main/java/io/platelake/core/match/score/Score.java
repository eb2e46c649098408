package io.platelake.core.match.score;

/**
 * How likely a read is the wanted vehicle, and what that comes from. The parts are natural
 * logarithms of odds; they add up to the log odds of the probability.
 *
 * @param probability that the vehicle read carries the entry's plate, 0 to 1
 * @param prior log odds before anything was read
 * @param plate what the plate adds
 * @param state what the state adds: 0 when unknown
 * @param vehicle what the vehicle adds: 0 when unknown
 * @param candidate what the reader's other candidates add: 0 unless the entry's plate is offered
 * @param support adjudicated plates, of cameras of any model, behind the plate's part; 0 when it
 *     rests on published rates alone
 * @param supportOfModel of these, plates read by cameras of the same model; 0 when it is unknown
 */
public record Score(
    double probability,
    double prior,
    double plate,
    double state,
    double vehicle,
    double candidate,
    long support,
    long supportOfModel) {

  static Score of(
      double prior,
      double plate,
      double state,
      double vehicle,
      double candidate,
      long support,
      long supportOfModel) {
    double odds = prior + plate + state + vehicle + candidate;
    return new Score(
        1 / (1 + Math.exp(-odds)),
        prior,
        plate,
        state,
        vehicle,
        candidate,
        support,
        supportOfModel);
  }
}
