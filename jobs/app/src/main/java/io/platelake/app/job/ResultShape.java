package io.platelake.app.job;

import io.platelake.app.job.ResultKey.Place;
import io.platelake.app.job.ResultKey.Presence;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Turns the components of a {@link RunResult} into keys and values of the run record. */
public final class ResultShape {
  private static final String LINES = "lines";

  private ResultShape() {}

  /** The keys of a type of results, in the order of its components. */
  public static List<ResultKey> keys(Class<? extends RunResult> type) {
    return components(type).flatMap(ResultShape::keys).toList();
  }

  /** Counts of a result, in the order of its components. */
  static Map<String, Long> counts(RunResult result) {
    Map<String, Long> counts = new LinkedHashMap<>();
    values(result, Place.COUNTS).forEach((key, value) -> counts.put(key, (Long) value));
    return counts;
  }

  /** Details of a result: texts, numbers, lists and maps. */
  static Map<String, Object> details(RunResult result) {
    return values(result, Place.DETAILS);
  }

  private static Map<String, Object> values(RunResult result, Place place) {
    Map<String, Object> values = new LinkedHashMap<>();
    components(result.getClass())
        .filter(c -> place(c) == place)
        .forEach(c -> put(values, c, value(c, result)));
    return values;
  }

  private static void put(Map<String, Object> values, RecordComponent c, Object value) {
    String key = key(c);
    if (value instanceof Optional<?> some) {
      some.ifPresent(v -> values.put(key, shown(v)));
    } else if (value instanceof OptionalLong some) {
      some.ifPresent(v -> values.put(key, v));
    } else if (place(c) == Place.DETAILS) {
      values.put(key, shown(value));
    } else if (value instanceof Map<?, ?> map) {
      constants(c).forEach(constant -> values.put(label(constant), 0L));
      map.forEach(
          (k, n) -> values.put(k instanceof Enum<?> constant ? label(constant) : (String) k, n));
    } else {
      values.put(key, value);
    }
  }

  private static Object shown(Object value) {
    boolean isText =
        value instanceof Path || value instanceof Instant || value instanceof LocalDate;
    return isText ? value.toString() : value;
  }

  private static Stream<ResultKey> keys(RecordComponent c) {
    Place place = place(c);
    boolean isMap = place == Place.COUNTS && Map.class.isAssignableFrom(c.getType());
    if (isMap && c.isAnnotationPresent(Counts.class)) {
      return Stream.concat(
          Stream.of(c.getAnnotation(Counts.class).always())
              .map(key -> new ResultKey(key, place, Presence.ALWAYS)),
          Stream.of(new ResultKey("*", place, Presence.SOMETIMES)));
    }
    if (isMap) {
      return constants(c).map(constant -> new ResultKey(label(constant), place, Presence.ALWAYS));
    }
    boolean optional = c.getType() == Optional.class || c.getType() == OptionalLong.class;
    return Stream.of(new ResultKey(key(c), place, optional ? Presence.SOMETIMES : Presence.ALWAYS));
  }

  private static Place place(RecordComponent c) {
    Class<?> type = c.getType();
    boolean counts =
        type == long.class
            || type == OptionalLong.class
            || c.isAnnotationPresent(Counts.class)
            || constants(c).findAny().isPresent();
    return counts && !c.isAnnotationPresent(Detail.class) ? Place.COUNTS : Place.DETAILS;
  }

  /** The constants of a {@code Map<Enum, Long>}; none of anything else. */
  private static Stream<Enum<?>> constants(RecordComponent c) {
    if (!Map.class.isAssignableFrom(c.getType())
        || !(c.getGenericType() instanceof ParameterizedType map)) {
      return Stream.empty();
    }
    Type key = map.getActualTypeArguments()[0];
    return key instanceof Class<?> type && type.isEnum()
        ? Arrays.stream(type.getEnumConstants()).map(constant -> (Enum<?>) constant)
        : Stream.empty();
  }

  private static Stream<RecordComponent> components(Class<?> type) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException("not a record: " + type.getName());
    }
    List<RecordComponent> components = new ArrayList<>(List.of(type.getRecordComponents()));
    components.removeIf(c -> c.getName().equals(LINES) || c.getType() == RunOutcome.class);
    return components.stream();
  }

  private static Object value(RecordComponent c, RunResult result) {
    try {
      Method accessor = c.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(result);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("component " + c.getName() + " of a result", e);
    }
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String key(RecordComponent c) {
    Detail detail = c.getAnnotation(Detail.class);
    return detail == null || detail.key().isEmpty()
        ? c.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)
        : detail.key();
  }
}
