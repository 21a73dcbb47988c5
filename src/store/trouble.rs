//! What kind of trouble the system reports, as far as people can do something about it.

use std::io;

/// A kind of trouble with a disk.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// The system forbids it, or all of the disk is read-only.
    Forbidden,
    /// The disk is full, or this user's share of it.
    Full,
    /// There is a folder of that name.
    Folder,
    /// There is something of that name that is no ordinary file: a device, a pipe.
    Special,
    /// The folder is not there.
    Missing,
    /// The network drive does not answer.
    Network,
    /// Another program holds the file.
    Locked,
    /// The two places lie on different disks.
    OtherDisk,
    /// The name is too long, or has signs that the system does not take.
    Name,
    /// Anything else.
    Other,
}

/// Windows' numbers of a drive that went away: `ERROR_REM_NOT_LIST`, `ERROR_BAD_NETPATH`,
/// `ERROR_DEV_NOT_EXIST`, `ERROR_UNEXP_NET_ERR`, `ERROR_NETNAME_DELETED`, `ERROR_BAD_NET_NAME`,
/// `ERROR_SEM_TIMEOUT`, `ERROR_NETWORK_UNREACHABLE`.
const WINDOWS_NETWORK: [i32; 8] = [51, 53, 55, 59, 64, 67, 121, 1231];

/// Windows' numbers of a file that another program holds: `ERROR_SHARING_VIOLATION`,
/// `ERROR_LOCK_VIOLATION`.
const WINDOWS_LOCKED: [i32; 2] = [32, 33];

/// Linux's number of a server that is down, which has no name in the standard library.
const LINUX_HOST_DOWN: i32 = 112;

impl Trouble {
    /// What kind of trouble this error is.
    pub fn of(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        if let Some(number) = error.raw_os_error() {
            if cfg!(windows) && WINDOWS_LOCKED.contains(&number) {
                return Self::Locked;
            }
            let network = cfg!(windows) && WINDOWS_NETWORK.contains(&number)
                || cfg!(target_os = "linux") && number == LINUX_HOST_DOWN;
            if network {
                return Self::Network;
            }
        }
        match error.kind() {
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Self::Forbidden,
            Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => Self::Full,
            Kind::IsADirectory => Self::Folder,
            Kind::InvalidInput => Self::Special,
            Kind::NotFound | Kind::NotADirectory => Self::Missing,
            Kind::StaleNetworkFileHandle
            | Kind::NotConnected
            | Kind::TimedOut
            | Kind::NetworkUnreachable
            | Kind::NetworkDown
            | Kind::HostUnreachable
            | Kind::ConnectionReset
            | Kind::ConnectionAborted
            | Kind::ConnectionRefused => Self::Network,
            Kind::ResourceBusy | Kind::ExecutableFileBusy => Self::Locked,
            Kind::CrossesDevices => Self::OtherDisk,
            Kind::InvalidFilename => Self::Name,
            _ => Self::Other,
        }
    }

    /// Whether it may well be over in a moment: a virus scanner or a cloud client looks into the
    /// file. Windows reports that as a forbidden file, too.
    pub(super) fn may_pass(self) -> bool {
        self == Self::Locked || cfg!(windows) && self == Self::Forbidden
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_os = "linux")]
    #[test]
    fn the_numbers_of_this_system_are_understood() {
        let of = |number: i32| Trouble::of(&io::Error::from_raw_os_error(number));
        for (trouble, numbers) in [
            (Trouble::Forbidden, &[1, 13, 30][..]),
            (Trouble::Full, &[28, 122, 27]),
            (Trouble::Folder, &[21]),
            (Trouble::Missing, &[2, 20]),
            (Trouble::Network, &[116, 107, 110, 101, 100, 113, 112, 104]),
            (Trouble::Locked, &[16, 26]),
            (Trouble::OtherDisk, &[18]),
            (Trouble::Name, &[36]),
            (Trouble::Other, &[5, 33]),
        ] {
            for number in numbers {
                assert_eq!(of(*number), trouble, "{number}");
            }
        }
    }

    #[test]
    fn only_what_may_pass_is_waited_for() {
        assert!(Trouble::Locked.may_pass());
        assert!(!Trouble::Full.may_pass() && !Trouble::Other.may_pass());
        assert_eq!(Trouble::Forbidden.may_pass(), cfg!(windows));
    }
}
