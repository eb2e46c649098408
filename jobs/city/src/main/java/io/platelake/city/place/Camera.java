package io.platelake.city.place;

import io.platelake.city.option.CameraPosition;
import io.platelake.city.option.Feed;

/**
 * A camera of the generated city.
 *
 * @param index place in the city's list
 * @param id as the agency calls it
 * @param vendorId as its feed calls it
 * @param popularity weight in random traffic
 * @param difficulty factor on the share of misreads, about 1
 */
public record Camera(
    int index,
    String id,
    String vendorId,
    String siteName,
    Feed feed,
    CameraPosition position,
    int popularity,
    double difficulty) {}
