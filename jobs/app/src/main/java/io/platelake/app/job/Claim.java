package io.platelake.app.job;

import java.time.Instant;
import java.util.Optional;

/**
 * Who somebody says to be, and what speaks for it.
 *
 * @param named account of {@code --principal}
 * @param osUser login at the operating system
 * @param token text of a signed token
 * @param isAirflow whether Airflow started the process
 * @param clock wall clock, by which a token runs out, UTC
 */
public record Claim(
    Optional<String> named,
    String osUser,
    Optional<String> token,
    boolean isAirflow,
    Instant clock) {}
