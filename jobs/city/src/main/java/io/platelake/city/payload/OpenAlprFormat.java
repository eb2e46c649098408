package io.platelake.city.payload;

import static io.platelake.city.text.Bytes.ascii;

import io.platelake.city.reader.Sighting;
import io.platelake.city.text.Bytes;
import io.platelake.city.vehicle.VehicleLooks;
import java.util.Locale;

/**
 * OpenALPR agent webhook, version 3: {@code alpr_group} for a read, {@code vehicle} for a vehicle
 * whose plate was not seen, {@code heartbeat}, and {@code alpr_alert} around a group.
 *
 * <p>Times are epoch milliseconds, confidences 0 to 100, regions like {@code us-wa}. Paths and
 * coordinates, which landing ignores, are left out; lists of frames have one element.
 */
public final class OpenAlprFormat implements PayloadFormat {
  private static final String AGENT = "GENERATEDAGENT01";
  private static final byte[] GROUP =
      ascii("{\"data_type\":\"alpr_group\",\"version\":3,\"epoch_start\":");
  private static final byte[] VEHICLE =
      ascii("{\"data_type\":\"vehicle\",\"version\":3,\"epoch_start\":");
  private static final byte[] AGENT_FIELDS =
      ascii(
          ",\"frame_start\":216,\"frame_end\":236,"
              + "\"company_id\":\"00000000-0000-4000-8000-000000000002\",\"agent_uid\":\""
              + AGENT
              + "\",\"agent_version\":\"4.1.1\",\"agent_type\":\"alprd\",\"camera_id\":");
  private static final byte[] CROP =
      ascii(",\"processing_time_ms\":5.86,\"requested_topn\":10,\"plate_crop_jpeg\":\"");
  private static final byte[] PLATE_SEEN =
      ascii(
          "\"missing_plate\":[{\"name\":\"no\",\"confidence\":99.99925232},"
              + "{\"name\":\"yes\",\"confidence\":7.48e-04}]}");
  private static final byte[] PLATE_MISSING =
      ascii("\"missing_plate\":[{\"name\":\"yes\",\"confidence\":97.5}]}");

  private final byte[] picture;
  private final byte[][] models = new byte[VehicleLooks.MODELS.size()][];

  OpenAlprFormat(boolean pictures) {
    picture = pictures ? FillerPicture.FILLER : FillerPicture.EMPTY;
    for (int i = 0; i < models.length; i++) {
      VehicleLooks.Model model = VehicleLooks.MODELS.get(i);
      String make = model.make().toLowerCase(Locale.ROOT);
      models[i] =
          ascii(
              "\"make\":"
                  + one(make, "91.25")
                  + ",\"make_model\":"
                  + one(make + "_" + word(model.name()), "78.5")
                  + ",\"body_type\":"
                  + one(model.body().openAlpr, "94.75")
                  + ",");
    }
  }

  @Override
  public String header() {
    return "";
  }

  @Override
  public String eventId(Sighting s) {
    return AGENT + "-" + s.event() + "-" + s.capturedMillis();
  }

  @Override
  public void write(Sighting s, Bytes out) {
    write(s, false, out);
  }

  @Override
  public void writeWrongType(Sighting s, Bytes out) {
    write(s, true, out);
  }

  /** The agent's sign of life for the camera; holds no read. */
  public void writeHeartbeat(Sighting s, Bytes out) {
    out.append("{\"data_type\":\"heartbeat\",\"version\":3,\"timestamp\":")
        .append(s.capturedMillis());
    out.append(",\"company_id\":\"00000000-0000-4000-8000-000000000002\",\"agent_uid\":\"")
        .append(AGENT);
    out.append(
        "\",\"agent_version\":\"4.1.1\",\"os\":\"linux\",\"cpu_usage\":23.5,\"video_streams\":[{\"camera_id\":");
    out.append(s.vendorCamera()).append(",\"camera_name\":\"").append(s.camera().siteName());
    out.append("\",\"is_streaming\":true,\"last_update\":")
        .append(s.capturedMillis())
        .append("}]}");
  }

  /** The alert the agent raises itself, with the group that it was sent before. */
  public void writeAlert(Sighting s, Bytes out) {
    out.append("{\"data_type\":\"alpr_alert\",\"version\":1,\"epoch_time\":")
        .append(s.capturedMillis());
    out.append(",\"agent_uid\":\"").append(AGENT);
    out.append("\",\"alert_list\":\"wa-stolen\",\"alert_list_id\":155,\"site_name\":\"");
    out.append(s.camera().siteName()).append("\",\"camera_name\":\"").append(s.camera().id());
    out.append("\",\"camera_number\":").append(s.vendorCamera());
    out.append(",\"plate_number\":\"").append(s.plate());
    out.append("\",\"description\":\"listed\",\"list_type\":\"Blacklist\",\"group\":");
    write(s, false, out);
    out.append('}');
  }

  private void write(Sighting s, boolean wrongType, Bytes out) {
    out.append(s.plate() == null ? VEHICLE : GROUP);
    if (wrongType) {
      out.append("{\"at\":\"noon\"}");
    } else {
      out.append(s.capturedMillis());
    }
    out.append(",\"epoch_end\":").append(s.capturedMillis() + 1800);
    out.append(AGENT_FIELDS).append(s.vendorCamera());
    out.append(",\"gps_latitude\":").degrees(s.positioned() ? s.camera().position().lat() : 0);
    out.append(",\"gps_longitude\":").degrees(s.positioned() ? s.camera().position().lon() : 0);
    out.append(",\"country\":\"")
        .append(s.state() == null ? "us" : s.state().country())
        .append("\",");
    if (s.plate() != null) {
      plate(s, out);
    }
    out.append("\"vehicle_crop_jpeg\":\"").append(picture).append("\",\"best_uuid\":\"");
    uuid(s, out).append("\",\"best_uuid_epoch_ms\":").append(s.capturedMillis() + 900);
    out.append(",\"travel_direction\":");
    out.decimal(s.direction() * 10L, 2)
        .append(",\"is_parked\":false,\"is_preview\":false,\"vehicle\":{");
    out.append("\"color\":[{\"name\":\"").append(VehicleLooks.COLORS.get(s.color()));
    out.append("\",\"confidence\":88.40625}],");
    if (s.model() >= 0) {
      out.append(models[s.model()]);
    }
    out.append(s.plate() == null ? PLATE_MISSING : PLATE_SEEN)
        .append(",\"direction_of_travel_id\":-1}");
  }

  private void plate(Sighting s, Bytes out) {
    out.append("\"uuids\":[\"");
    uuid(s, out).append("\"],\"plate_indexes\":[0],");
    candidates(s, out);
    out.append("\"best_plate\":{\"plate\":\"").append(s.plate()).append("\",\"confidence\":");
    out.decimal(s.confidence(), 2)
        .append(",\"matches_template\":1,\"plate_index\":0,\"region\":\"");
    region(s, out)
        .append("\",\"region_confidence\":")
        .append(s.state() == null ? 0 : s.stateConfidence() / 100);
    out.append(CROP).append(picture).append("\"},\"best_confidence\":").decimal(s.confidence(), 2);
    out.append(",\"best_plate_number\":\"").append(s.plate()).append("\",\"best_region\":\"");
    region(s, out)
        .append("\",\"best_region_confidence\":")
        .decimal(s.state() == null ? 0 : s.stateConfidence(), 2);
    out.append(",\"matches_template\":true,");
  }

  private static void candidates(Sighting s, Bytes out) {
    out.append("\"candidates\":[{\"plate\":\"").append(s.plate()).append("\",\"confidence\":");
    out.decimal(s.confidence(), 2).append(",\"matches_template\":1}");
    for (int i = 0; i < s.candidates().length; i++) {
      out.append(",{\"plate\":\"").append(s.candidates()[i]).append("\",\"confidence\":");
      out.decimal(s.candidateConfidence()[i], 2).append(",\"matches_template\":0}");
    }
    out.append("],");
  }

  private static Bytes region(Sighting s, Bytes out) {
    return s.state() == null ? out : out.append(s.state().region());
  }

  private static Bytes uuid(Sighting s, Bytes out) {
    return out.append(AGENT).append('-').append(s.event()).append('-').append(s.capturedMillis());
  }

  private static String one(String name, String confidence) {
    return "[{\"name\":\"" + name + "\",\"confidence\":" + confidence + "}]";
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace(' ', '-');
  }
}
