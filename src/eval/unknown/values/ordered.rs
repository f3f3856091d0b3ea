//! Numbers, moments and addresses that stand for all others: what is compared with cuts each of them into
//! pieces, and there is one of every piece.

use crate::clock::Timestamp;
use ipnet::IpNet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The numbers themselves, and one on either side of each that lies nearer than any other.
pub(super) fn numbers(compared: &[String]) -> Vec<String> {
    if compared.is_empty() {
        return Vec::new();
    }
    let fraction = |text: &str| text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let n_digits = compared.iter().map(|text| fraction(text)).max().unwrap_or_default();
    let mut numbers =
        vec!["0".to_owned(), format!("0.{}1", "0".repeat(n_digits)), format!("-0.{}1", "0".repeat(n_digits))];
    for text in compared {
        let point = if text.contains('.') { "" } else { "." };
        let zeros = "0".repeat(n_digits - fraction(text));
        numbers.push(text.clone());
        // Further from zero by less than any two of them differ.
        numbers.push(format!("{text}{point}{zeros}1"));
    }
    numbers
}

/// The moments themselves, and the seconds before and after.
pub(super) fn moments(compared: &[Timestamp], as_seconds: bool) -> Vec<String> {
    let around = compared.iter().flat_map(|moment| [-1, 0, 1].map(|seconds| moment.plus_seconds(seconds)));
    let text = |moment: Timestamp| match as_seconds {
        true => moment.epoch_seconds().to_string(),
        false => moment.to_string(),
    };
    around.map(text).chain(compared.iter().filter(|_| !as_seconds).map(ToString::to_string)).collect()
}

/// Where each range begins, and what follows it; every piece of the addresses begins so.
pub(super) fn addresses(ranges: &[IpNet]) -> Vec<String> {
    if ranges.is_empty() {
        return Vec::new();
    }
    let next = |address: IpAddr| match address {
        IpAddr::V4(address) => address.to_bits().checked_add(1).map(|bits| IpAddr::V4(Ipv4Addr::from_bits(bits))),
        IpAddr::V6(address) => address.to_bits().checked_add(1).map(|bits| IpAddr::V6(Ipv6Addr::from_bits(bits))),
    };
    let first = [IpAddr::V4(Ipv4Addr::UNSPECIFIED), IpAddr::V6(Ipv6Addr::UNSPECIFIED)];
    let of_ranges = ranges.iter().flat_map(|range| [Some(range.network()), next(range.broadcast())]).flatten();
    first.into_iter().chain(of_ranges).map(|address| address.to_string()).collect()
}
