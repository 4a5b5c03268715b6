package dev.handover.checks.guard;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A block of addresses with a use of its own.
 *
 * @param network first address of the block, 4 or 16 bytes
 * @param prefix length of the network part in bits
 * @param reach who may be called there
 * @param use what the block is for, for people
 */
record AddressRange(byte[] network, int prefix, Reach reach, String use) {

    /** Who may be called in a block of addresses. */
    enum Reach {
        /** Everybody on the Internet: any allowed host. */
        PUBLIC,
        /** Machines near this one: only hosts whose entry in the settings says {@code private: true}. */
        PRIVATE,
        /** Nobody: no customer's system is there, and some platforms hand out credentials there. */
        NEVER
    }

    /** @param cidr for example {@code 10.0.0.0/8} or {@code fc00::/7} */
    static AddressRange of(String cidr, Reach reach, String use) {
        int slash = cidr.indexOf('/');
        try {
            byte[] network = InetAddress.getByName(cidr.substring(0, slash)).getAddress();
            return new AddressRange(network, Integer.parseInt(cidr.substring(slash + 1)), reach, use);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(cidr, e);
        }
    }

    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        int rest = address.length * Byte.SIZE - prefix;
        return new BigInteger(1, address).shiftRight(rest).equals(new BigInteger(1, network).shiftRight(rest));
    }
}
