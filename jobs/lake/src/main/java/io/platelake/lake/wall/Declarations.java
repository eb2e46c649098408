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
public final class Declarations {
  static final String TICKET = "platelake.wall.ticket";
  private static final Map<String, Declaration> BY_TICKET = new ConcurrentHashMap<>();

  private Declarations() {}

  /** The declaration of a session; {@link Declaration#NONE} if there is none. */
  public static Declaration of(SparkSession session) {
    return BY_TICKET.getOrDefault(session.conf().get(TICKET, ""), Declaration.NONE);
  }

  /** A second session, on the same cluster and settings of start, with a pass. */
  public static SparkSession session(SparkSession beside, Declaration pass) {
    SparkSession session = beside.newSession();
    if (!pass.equals(Declaration.NONE)) {
      String ticket = UUID.randomUUID().toString();
      BY_TICKET.put(ticket, pass);
      session.conf().set(TICKET, ticket);
    }
    return session;
  }
}
