package io.platelake.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One line of {@code bench.json}.
 *
 * @param work what was measured
 * @param reads reads in the input
 * @param size bytes of the input
 * @param peer what it was measured beside
 * @param oursSeconds slowest of our runs
 * @param peerSeconds the peer in that same run
 * @param ratio ours / peer, the worst of the runs
 * @param peakRssMb most memory this process ever held, both sides included; 0 where the system does
 *     not say
 * @param runs how often both were run, one after the other
 */
@JsonPropertyOrder({
  "work",
  "reads",
  "size",
  "peer",
  "ours_s",
  "peer_s",
  "ratio",
  "peak_rss_mb",
  "runs"
})
record Result(
    String work,
    long reads,
    long size,
    String peer,
    @JsonProperty("ours_s") double oursSeconds,
    @JsonProperty("peer_s") double peerSeconds,
    double ratio,
    @JsonProperty("peak_rss_mb") long peakRssMb,
    int runs) {}
