package io.platelake.lake.wall;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.SparkSession;

/**
 * Which session has which pass.
 *
 * <p>The configuration of a session holds a random ticket; what the ticket stands for is kept here.
 * So a session that Spark clones for its own work has the pass of its origin, a new session has
 * none, and whoever changes the configuration loses the pass and gains nothing.
 */
public final class Passes {
  static final String TICKET = "platelake.wall.ticket";
  private static final Map<String, Pass> BY_TICKET = new ConcurrentHashMap<>();

  private Passes() {}

  /** The pass of a session; {@link Pass#NONE} if nobody declared anything. */
  public static Pass of(SparkSession session) {
    return BY_TICKET.getOrDefault(session.conf().get(TICKET, ""), Pass.NONE);
  }

  /** A session beside this one, on the same cluster and settings of start, with a pass. */
  public static SparkSession session(SparkSession beside, Pass pass) {
    SparkSession session = beside.newSession();
    if (!pass.equals(Pass.NONE)) {
      String ticket = UUID.randomUUID().toString();
      BY_TICKET.put(ticket, pass);
      session.conf().set(TICKET, ticket);
    }
    return session;
  }
}
