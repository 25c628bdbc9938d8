//! Parquet by way of `DuckDB`: the example of the guide does what it says.

use std::fs;
use std::path::Path;
use std::process::Command;

const MAKES: &str = "import duckdb; duckdb.execute(\"COPY (SELECT '210300199001011234' AS id, '210300' AS insuplc_admdvs, \
     '110000' AS mdtrtarea_admvs, '1101' AS psn_type, CAST(3 AS INTEGER) AS hosp_lv, DATE '2026-11-20' AS setl_time, \
     CAST(30000 AS DECIMAL(12, 2)) AS medfee_sumamt, 0 AS fulamt_ownpay_amt, 0 AS preselfpay_amt, 0 AS overlmt_selfpay, 'few' AS risk_low \
     FROM range(1000)) TO 'claims.parquet' (FORMAT parquet)\")";
const READS: &str = "import duckdb; print(duckdb.sql(\"SELECT count(*), sum(personal_low), min(typeof(fund_high)), min(id), \
     min(date_used), min(risk_low), count(error) FROM 'settled.parquet'\").fetchall()[0])";

#[cfg(unix)]
#[test]
fn parquet_goes_through_duckdb() {
    let python = |folder: &Path, arguments: &[&str]| {
        let program = Path::new(env!("CARGO_BIN_EXE_yidi")).parent().unwrap();
        let path = std::env::join_paths(
            std::iter::once(program.to_owned())
                .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())),
        );
        Command::new("python3").args(arguments).env("PATH", path.unwrap()).current_dir(folder).output()
    };
    let folder = tempfile::tempdir().unwrap();
    let has_lambdas = "import duckdb; duckdb.sql('SELECT COLUMNS(lambda c: true) FROM (SELECT 1 AS a)')";
    if !python(folder.path(), &["-c", has_lambdas]).is_ok_and(|output| output.status.success()) {
        return eprintln!("skipped: no Python with DuckDB 1.3 or newer beside the tests");
    }
    let made = python(folder.path(), &["-c", MAKES]).unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/example/parquet.py");
    let settled = python(
        folder.path(),
        &[example.to_str().unwrap(), "claims.parquet", "settled.parquet", "--date", "2026-11-22"],
    )
    .unwrap();
    assert_eq!(settled.status.code(), Some(0), "{}", String::from_utf8_lossy(&settled.stderr));
    let read = python(folder.path(), &["-c", READS]).unwrap();
    // 1 000 times 13 200.
    assert_eq!(
        String::from_utf8_lossy(&read.stdout).trim(),
        "(1000, Decimal('13200000.00'), 'DECIMAL(12,2)', '210300199001011234', '2026-11-20', 'few', 0)",
        "{}",
        String::from_utf8_lossy(&read.stderr)
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    // A table that is refused ends as the program ends, and says no more than it.
    let refused = "import duckdb; duckdb.execute(\"COPY (SELECT 1 AS a FROM range(100000)) TO 'other.parquet' (FORMAT parquet)\")";
    assert!(python(folder.path(), &["-c", refused]).unwrap().status.success());
    let ended = python(folder.path(), &[example.to_str().unwrap(), "other.parquet", "none.parquet"]).unwrap();
    let told = String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.code() == Some(2) && !told.contains("Traceback"), "{told}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
}
