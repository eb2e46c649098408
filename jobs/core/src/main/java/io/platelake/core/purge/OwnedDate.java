package io.platelake.core.purge;

import java.time.LocalDate;

/**
 * Where rows belong: to one agency, for one purpose, on one date.
 *
 * @param agency agency that owns them
 * @param purpose purpose they were collected for
 * @param date UTC date of capture
 */
public record OwnedDate(String agency, String purpose, LocalDate date) {}
