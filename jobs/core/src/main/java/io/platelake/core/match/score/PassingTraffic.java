package io.platelake.core.match.score;

import io.platelake.core.BadInput;
import java.io.Serializable;

/**
 * What passes the cameras when it is not the wanted vehicle.
 *
 * @param vehicles vehicles of the state that may pass
 * @param serials plates that the state's formats have room for, issued or not; at least {@code
 *     vehicles}. Serials are taken as spread evenly over this room.
 * @param elsewhereShare share of passing vehicles that are of another state, 0 to 1; one of these
 *     is taken to have any given serial as often as one of the own state
 */
public record PassingTraffic(double vehicles, double serials, double elsewhereShare)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /** A state of six million vehicles and one format of three letters and four digits. */
  public static final PassingTraffic DEFAULT = new PassingTraffic(6e6, 175.76e6, 0.1);

  public PassingTraffic {
    if (!(vehicles >= 1 && serials >= vehicles && elsewhereShare > 0 && elsewhereShare < 1)) {
      throw new BadInput(
          "traffic",
          vehicles + " vehicles, " + serials + " serials, share from elsewhere " + elsewhereShare,
          "Give at least one vehicle, no fewer serials, and a share between 0 and 1.");
    }
  }
}
