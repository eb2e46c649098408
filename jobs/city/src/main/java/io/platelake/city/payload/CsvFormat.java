package io.platelake.city.payload;

import io.platelake.city.reader.Sighting;
import io.platelake.city.text.Bytes;
import io.platelake.city.text.Timestamps;
import io.platelake.city.vehicle.VehicleLooks;
import java.time.ZoneId;

/**
 * A traffic counter's export: own header, wall time without a zone, percent, states by name. For
 * the mapping adapter.
 */
public final class CsvFormat implements PayloadFormat {
  public static final String HEADER =
      "event,device,captured_local,plate,state_name,ocr_percent,vehicle_make,vehicle_model,"
          + "vehicle_color,vehicle_type,heading,latitude,longitude";

  private final Timestamps timestamps;

  CsvFormat(ZoneId zone) {
    timestamps = new Timestamps(zone);
  }

  @Override
  public String header() {
    return HEADER;
  }

  @Override
  public String eventId(Sighting s) {
    return "T" + s.event();
  }

  @Override
  public long unitMillis() {
    return 1000;
  }

  @Override
  public void write(Sighting s, Bytes out) {
    write(s, false, out);
  }

  @Override
  public void writeWrongType(Sighting s, Bytes out) {
    write(s, true, out);
  }

  private void write(Sighting s, boolean wrongType, Bytes out) {
    out.append('T').append(s.event()).append(',').append(s.vendorCamera()).append(',');
    if (wrongType) {
      out.append("about noon");
    } else {
      timestamps.american(s.capturedMillis(), out);
    }
    out.append(',');
    if (s.plate() == null) {
      out.append("UNKNOWN");
    } else {
      out.append(s.plate());
    }
    out.append(',').append(s.state() == null ? "" : s.state().name()).append(',');
    out.append((s.confidence() + 50) / 100).append(',');
    if (s.model() < 0) {
      out.append(",,");
    } else {
      VehicleLooks.Model model = VehicleLooks.MODELS.get(s.model());
      out.append(model.make()).append(',').append(model.name()).append(',');
    }
    out.append(VehicleLooks.COLORS.get(s.color())).append(',');
    out.append(s.model() < 0 ? "" : VehicleLooks.MODELS.get(s.model()).body().csv).append(',');
    out.append(s.direction() / 10).append(',');
    if (s.positioned()) {
      out.degrees(s.camera().position().lat()).append(',').degrees(s.camera().position().lon());
    } else {
      out.append(',');
    }
  }
}
