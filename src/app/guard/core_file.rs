//! What a crash leaves behind.

/// At a counter not even a crash writes an unsaved case: there is no core file.
/// Where the system does not listen there is nobody to tell.
pub fn no_core() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    }
    #[cfg(target_os = "linux")]
    {
        // A limit of nothing does not hold where cores go to a program.
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}
