using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PerfEval.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DesignedTrees : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Indicators_TreeId_Code",
                table: "Indicators");

            migrationBuilder.AddColumn<bool>(
                name: "NeedsVerification",
                table: "IndicatorTrees",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Provenance",
                table: "IndicatorTrees",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Version",
                table: "IndicatorTrees",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Verification",
                table: "Indicators",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Indicators_TreeId_Code",
                table: "Indicators",
                columns: new[] { "TreeId", "Code" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Indicators_TreeId_Code",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "NeedsVerification",
                table: "IndicatorTrees");

            migrationBuilder.DropColumn(
                name: "Provenance",
                table: "IndicatorTrees");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "IndicatorTrees");

            migrationBuilder.DropColumn(
                name: "Verification",
                table: "Indicators");

            migrationBuilder.CreateIndex(
                name: "IX_Indicators_TreeId_Code",
                table: "Indicators",
                columns: new[] { "TreeId", "Code" },
                unique: true);
        }
    }
}
