package io.platelake.lake.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a value, or any row of a table, gives away. */
public enum Sensitivity {
  /** Nothing about a vehicle or a person. */
  @JsonProperty("none")
  NONE,
  /** Derived from a read, without its plate: expires with it. */
  @JsonProperty("derived")
  DERIVED,
  /** A plate, or something that can be turned back into one. */
  @JsonProperty("plate")
  PLATE,
  /** Where a vehicle was. */
  @JsonProperty("location")
  LOCATION,
  /** A named person or the case of one. */
  @JsonProperty("person")
  PERSON
}
