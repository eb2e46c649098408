package io.platelake.city.vehicle;

import io.platelake.city.chance.Dice;
import java.util.List;

/**
 * What vehicles look like: models with their usual share on the road, and colours.
 *
 * <p>The lists are common models and colours of North America; the weights are ours and only have
 * to be plausible.
 */
public final class VehicleLooks {
  /** A body as the three feeds name it. */
  public enum Body {
    SEDAN("sedan-standard", "Sedan", "SEDAN"),
    SUV("suv-crossover", "SUV", "SUV"),
    PICKUP("truck-standard", "Pickup Truck", "PICKUP"),
    VAN("van-mini", "Van", "VAN"),
    TRUCK("tractor-trailer", "Big Truck", "TRUCK");

    public final String openAlpr;
    public final String plateRecognizer;
    public final String csv;

    Body(String openAlpr, String plateRecognizer, String csv) {
      this.openAlpr = openAlpr;
      this.plateRecognizer = plateRecognizer;
      this.csv = csv;
    }
  }

  public record Model(String make, String name, Body body, int weight) {}

  public static final List<Model> MODELS =
      List.of(
          new Model("Ford", "F-150", Body.PICKUP, 7),
          new Model("Toyota", "Camry", Body.SEDAN, 6),
          new Model("Toyota", "RAV4", Body.SUV, 6),
          new Model("Toyota", "Corolla", Body.SEDAN, 5),
          new Model("Toyota", "Tacoma", Body.PICKUP, 5),
          new Model("Honda", "Civic", Body.SEDAN, 5),
          new Model("Honda", "CR-V", Body.SUV, 5),
          new Model("Subaru", "Outback", Body.SUV, 5),
          new Model("Chevrolet", "Silverado", Body.PICKUP, 5),
          new Model("Subaru", "Forester", Body.SUV, 4),
          new Model("Honda", "Accord", Body.SEDAN, 4),
          new Model("Tesla", "Model Y", Body.SUV, 4),
          new Model("Ram", "1500", Body.PICKUP, 4),
          new Model("Tesla", "Model 3", Body.SEDAN, 3),
          new Model("Ford", "Explorer", Body.SUV, 3),
          new Model("Ford", "Escape", Body.SUV, 3),
          new Model("Nissan", "Rogue", Body.SUV, 3),
          new Model("Nissan", "Altima", Body.SEDAN, 3),
          new Model("Jeep", "Wrangler", Body.SUV, 3),
          new Model("Toyota", "Prius", Body.SEDAN, 3),
          new Model("Mazda", "CX-5", Body.SUV, 2),
          new Model("Hyundai", "Tucson", Body.SUV, 2),
          new Model("Hyundai", "Elantra", Body.SEDAN, 2),
          new Model("Kia", "Sorento", Body.SUV, 2),
          new Model("Volkswagen", "Jetta", Body.SEDAN, 2),
          new Model("Toyota", "Sienna", Body.VAN, 2),
          new Model("Honda", "Odyssey", Body.VAN, 2),
          new Model("Ford", "Transit", Body.VAN, 2),
          new Model("Freightliner", "Cascadia", Body.TRUCK, 2),
          new Model("BMW", "X3", Body.SUV, 1));

  public static final List<String> COLORS =
      List.of("white", "black", "gray", "silver", "blue", "red", "green", "brown", "gold");

  private static final int[] MODEL_TOTALS =
      Dice.runningTotals(MODELS.stream().mapToInt(Model::weight).toArray());
  private static final int[] COLOR_TOTALS = Dice.runningTotals(25, 21, 18, 13, 9, 8, 3, 2, 1);

  private VehicleLooks() {}

  public static int model(Dice dice) {
    return dice.weighted(MODEL_TOTALS);
  }

  public static int color(Dice dice) {
    return dice.weighted(COLOR_TOTALS);
  }
}
