/** The cost of each job compared with a peer, on the same machine, input and run. */
package io.platelake.bench;
