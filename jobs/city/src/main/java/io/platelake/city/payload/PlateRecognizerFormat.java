package io.platelake.city.payload;

import static io.platelake.city.text.Bytes.ascii;

import io.platelake.city.reader.Sighting;
import io.platelake.city.text.Bytes;
import io.platelake.city.text.Timestamps;
import io.platelake.city.vehicle.VehicleLooks;
import java.time.ZoneId;
import java.util.List;

/**
 * Plate Recognizer Stream webhook: the document of form field {@code json}, one a line. Plates in
 * lower case, scores 0 to 1, {@code timestamp} UTC with microseconds, {@code timestamp_local} wall
 * time with the same misleading {@code Z}; a picture can show two plates.
 */
public final class PlateRecognizerFormat implements PayloadFormat {
  private static final byte[] BOX =
      ascii("{\"box\":{\"xmin\":337,\"ymin\":270,\"xmax\":412,\"ymax\":305},\"candidates\":[");
  private static final byte[] NEIGHBOUR_BOX =
      ascii("{\"box\":{\"xmin\":737,\"ymin\":268,\"xmax\":812,\"ymax\":303},\"candidates\":[");
  private static final byte[] VEHICLE =
      ascii(
          "\"vehicle\":{\"box\":{\"xmin\":155,\"ymin\":71,\"xmax\":590,\"ymax\":373},\"score\":0.709,\"type\":\"");

  private final Timestamps timestamps;
  private final byte[][] models = new byte[VehicleLooks.MODELS.size()][];

  PlateRecognizerFormat(ZoneId zone) {
    timestamps = new Timestamps(zone);
    for (int i = 0; i < models.length; i++) {
      VehicleLooks.Model model = VehicleLooks.MODELS.get(i);
      models[i] =
          ascii(
              "{\"make\":\""
                  + model.make()
                  + "\",\"model\":\""
                  + model.name()
                  + "\",\"score\":0.43}");
    }
  }

  @Override
  public String header() {
    return "";
  }

  @Override
  public String eventId(Sighting s) {
    return s.vendorCamera() + "/" + s.event();
  }

  @Override
  public void write(Sighting s, Bytes out) {
    write(List.of(s), false, out);
  }

  @Override
  public void writeWrongType(Sighting s, Bytes out) {
    write(List.of(s), true, out);
  }

  /** One picture with several vehicles; camera and time are those of the first. */
  public void write(List<Sighting> inPicture, boolean wrongType, Bytes out) {
    Sighting first = inPicture.get(0);
    out.append("{\"hook\":{\"target\":\"https://reader.invalid/hook\",\"id\":\"")
        .append(first.vendorCamera());
    out.append("\",\"event\":\"recognition\",\"filename\":\"");
    filename(first, out).append("\"},\"data\":{\"camera_id\":\"").append(first.vendorCamera());
    out.append("\",\"filename\":\"");
    filename(first, out).append("\",\"timestamp\":");
    if (wrongType) {
      out.append("[\"noon\"]");
    } else {
      out.append('"');
      timestamps.iso(first.capturedMillis(), out).padded(first.micros(), 3).append("Z\"");
    }
    out.append(",\"timestamp_local\":\"");
    timestamps.iso(timestamps.wallMillis(first.capturedMillis()), out).padded(first.micros(), 3);
    out.append("Z\",\"results\":[");
    for (int i = 0; i < inPicture.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      result(inPicture.get(i), i == 0 ? BOX : NEIGHBOUR_BOX, out);
    }
    out.append("]}}");
  }

  private void result(Sighting s, byte[] box, Bytes out) {
    out.append(box);
    if (s.plate() != null) {
      candidates(s, out);
    }
    out.append("],\"color\":[{\"color\":\"").append(VehicleLooks.COLORS.get(s.color()));
    out.append("\",\"score\":0.699}],\"dscore\":0.757,\"model_make\":[");
    if (s.model() >= 0) {
      out.append(models[s.model()]);
    }
    out.append("],\"orientation\":[{\"orientation\":\"Rear\",\"score\":0.883}],\"plate\":\"");
    if (s.plate() != null) {
      out.lowerCase(s.plate());
    }
    out.append("\",\"region\":{\"code\":\"").append(s.state() == null ? "" : s.state().region());
    out.append("\",\"score\":").decimal(s.state() == null ? 0 : s.stateConfidence() / 10, 3);
    out.append("},\"score\":").decimal(s.plate() == null ? 0 : s.confidence() / 10, 3).append(',');
    out.append(VEHICLE)
        .append(
            s.model() < 0 ? "Sedan" : VehicleLooks.MODELS.get(s.model()).body().plateRecognizer);
    out.append("\"},\"direction\":").append(s.direction() / 10);
    out.append(",\"source_url\":\"stream\",\"position_sec\":")
        .decimal(s.event() % 100_000, 2)
        .append('}');
  }

  private static void candidates(Sighting s, Bytes out) {
    out.append("{\"plate\":\"").lowerCase(s.plate()).append("\",\"score\":");
    out.decimal(s.confidence() / 10, 3).append('}');
    for (int i = 0; i < s.candidates().length; i++) {
      out.append(",{\"plate\":\"").lowerCase(s.candidates()[i]).append("\",\"score\":");
      out.decimal(s.candidateConfidence()[i] / 10, 3).append('}');
    }
  }

  private static Bytes filename(Sighting s, Bytes out) {
    return out.append(s.vendorCamera()).append("_screenshots/").append(s.event()).append(".jpg");
  }
}
