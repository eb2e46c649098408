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
 * @param support adjudicated plates of the camera's model, or of all when it has none, behind the
 *     plate's part; 0 when the score rests on assumptions alone
 */
public record Score(
    double probability, double prior, double plate, double state, double vehicle, long support) {

  static Score of(double prior, double plate, double state, double vehicle, long support) {
    double odds = prior + plate + state + vehicle;
    return new Score(1 / (1 + Math.exp(-odds)), prior, plate, state, vehicle, support);
  }
}
