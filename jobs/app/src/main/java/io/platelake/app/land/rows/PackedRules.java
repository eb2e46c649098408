package io.platelake.app.land.rows;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.serializer.SerializerInstance;
import scala.reflect.ClassTag$;

/**
 * What the records of one feed are judged by, as bytes that travel once to each executor. Every
 * task unpacks its own copy, because rules keep state while they judge. A task gets the rules of
 * its own feed and of no other.
 */
public final class PackedRules implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * @param again what is judged again of files that have landed before, by digest
   */
  record Rules(FateRows.Recipe recipe, HashMap<String, Rejudgement> again)
      implements Serializable {}

  private final Broadcast<byte[]> bytes;

  private PackedRules(Broadcast<byte[]> bytes) {
    this.bytes = bytes;
  }

  public static PackedRules of(
      FateRows.Recipe recipe, Map<String, Rejudgement> again, JavaSparkContext spark) {
    ByteBuffer packed =
        serializer()
            .serialize(
                new Rules(recipe, new HashMap<>(again)), ClassTag$.MODULE$.apply(Rules.class));
    byte[] bytes = new byte[packed.remaining()];
    packed.get(bytes);
    return new PackedRules(spark.broadcast(bytes));
  }

  Rules unpacked() {
    return serializer()
        .deserialize(ByteBuffer.wrap(bytes.value()), ClassTag$.MODULE$.apply(Rules.class));
  }

  /** To be called once no task needs them. */
  public void destroy() {
    bytes.destroy();
  }

  private static SerializerInstance serializer() {
    return SparkEnv.get().closureSerializer().newInstance();
  }
}
