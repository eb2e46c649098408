package io.platelake.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One line of {@code bench.json}.
 *
 * @param work what was measured
 * @param reads reads in the input
 * @param size bytes of the input
 * @param peer the peer it is compared with
 * @param oursSeconds ours in the run with the worst ratio
 * @param peerSeconds the peer in that same run
 * @param ratio ours / peer, the worst of the runs
 * @param readsPerSecond reads / ours
 * @param bytesPerRead what a read costs on disk; 0 where the work stores none
 * @param peakRssMb most memory this process ever held, all sides included; 0 where the system does
 *     not say
 * @param runs how often all were run, one after the other
 */
@JsonPropertyOrder({
  "work",
  "reads",
  "size",
  "peer",
  "ours_s",
  "peer_s",
  "ratio",
  "reads_per_s",
  "bytes_per_read",
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
    @JsonProperty("reads_per_s") double readsPerSecond,
    @JsonProperty("bytes_per_read") double bytesPerRead,
    @JsonProperty("peak_rss_mb") long peakRssMb,
    int runs) {}
